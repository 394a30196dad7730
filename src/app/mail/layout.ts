import { inLanguage, type Language } from '../../terms';
import { mailWords } from '../../text/ui/mail-words';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML; everything a mail shows goes through here. */
export const html = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Text with line breaks kept. */
export const htmlLines = (text: string): string => html(text).replace(/\n/g, '<br>');

export const colours = { ink: '#1f2933', quiet: '#52606d', line: '#d9dee5', paper: '#ffffff', ground: '#f3f5f7', accent: '#1d5a9e', soft: '#f6f8fa' } as const;

export const fonts = "-apple-system,BlinkMacSystemFont,'PingFang SC','Microsoft YaHei','Noto Sans SC','Segoe UI',Roboto,Arial,sans-serif";

/** Readers that follow the system's dark mode get these instead of inverting colours by themselves. */
const dark = '@media (prefers-color-scheme:dark){.ground{background:#14181d!important}.paper{background:#1e242b!important}.ink{color:#e6eaee!important}.quiet{color:#a9b4bf!important}.soft{background:#262d35!important}.line{border-color:#3a434d!important}.picture{background:#ffffff!important}}@media (max-width:620px){.paper{padding:20px 16px!important}.wide thead{display:none}.wide tr{display:block;padding:8px 0;border-bottom:1px solid #d9dee5}.wide td{display:inline-block;border:0!important;padding:1px 14px 1px 0!important;text-align:left!important}.wide td:first-child{display:block;font-weight:600}.wide td:first-child .name{display:none!important}.wide .name{display:inline!important}}';

const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"';

/** A heading inside the mail. */
export const heading = (text: string): string => `<h2 class="ink" style="margin:24px 0 8px;font-size:16px;line-height:1.4;color:${colours.ink}">${html(text)}</h2>`;

export const paragraph = (text: string): string => `<p class="ink" style="margin:0 0 12px;font-size:15px;line-height:1.65;color:${colours.ink}">${htmlLines(text)}</p>`;

export const note = (text: string): string => `<p class="quiet" style="margin:4px 0 12px;font-size:13px;line-height:1.5;color:${colours.quiet}">${htmlLines(text)}</p>`;

/** The frame of every mail: one column of at most 600 px that also fits a phone. Scripts, fonts and outside pictures: none. */
export const mailFrame = (title: string, content: string, language: Language): string => [
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
  `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${html(title)}</title><style>${dark}</style></head>`,
  `<body class="ground" style="margin:0;padding:0;background:${colours.ground}"><table ${table} class="ground" style="background:${colours.ground}"><tr><td align="center" style="padding:16px 8px">`,
  `<table ${table} style="max-width:600px;font-family:${fonts}"><tr><td class="paper line" style="background:${colours.paper};border:1px solid ${colours.line};border-radius:10px;padding:28px 32px">`,
  `<p class="quiet" style="margin:0 0 6px;font-size:12px;letter-spacing:.04em;color:${colours.quiet}">${html(inLanguage(mailWords.product, language))}</p>`,
  `<h1 class="ink" style="margin:0 0 16px;font-size:20px;line-height:1.35;color:${colours.ink}">${html(title)}</h1>`,
  content,
  `</td></tr><tr><td class="quiet" style="padding:12px 32px;font-size:12px;line-height:1.6;color:${colours.quiet}">${html(inLanguage(mailWords.footer, language))}</td></tr></table>`,
  '</td></tr></table></body></html>',
].join('\n');
