/** A form as its own page: made for a phone first, working without scripts, better with them. */
import type { FormAnswers, FormView } from '../contract';
import { escapeHtml } from './html-text';
import { formItem } from './form-item';

export interface FormValues {
  readonly answers: FormAnswers;
  /** Messages by item id. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface FormContext {
  /** The signed-in account, null for a visitor. */
  readonly person: string | null;
  /** The address's query, kept so that the person and the prefilled answers survive sending. */
  readonly query: string;
  /** Names this page load, so that it is sent once. */
  readonly token: string;
}

export function formPage(form: FormView, values: FormValues, context: FormContext): string {
  const pages = splitPages(form);
  const failed = Object.keys(values.errors).length;
  const account = context.person === null ? '未登录 <span lang="en">Not signed in</span>' : escapeHtml(context.person);
  const sections = pages.map(
    (items, index) => `<section class="form-page" data-page="${index + 1}" aria-label="${index + 1} / ${pages.length}">
${items.map((item) => formItem(item, values.answers[String(item.id)], values.errors[String(item.id)])).join('\n')}
</section>`,
  );
  return shell(
    form,
    `<header class="card title-card">
<h1>${escapeHtml(form.title)}</h1>
${form.description === '' ? '' : `<p class="description">${paragraphs(form.description)}</p>`}
<p class="account">${account}</p>
${form.items.some((item) => item.required) ? '<p class="required-note"><span class="star">*</span> 必填 <span lang="en">Required</span></p>' : ''}
</header>
${failed === 0 ? '' : `<div class="card summary" role="alert" tabindex="-1">有 ${failed} 处需要修改。 <span lang="en">${failed === 1 ? 'One answer needs' : `${failed} answers need`} attention.</span></div>`}
<form method="post" action="/forms/d/e/${encodeURIComponent(form.id)}/formResponse${escapeHtml(context.query)}" novalidate data-pages="${pages.length}">
<input type="hidden" name="submission" value="${escapeHtml(context.token)}">
${sections.join('\n')}
<div class="actions">
<button type="button" class="secondary" data-action="back" hidden>上一步 <span lang="en">Back</span></button>
<button type="button" data-action="next" hidden>下一步 <span lang="en">Next</span></button>
<button type="submit" data-action="send">提交 <span lang="en">Submit</span></button>
<span class="progress" data-progress hidden></span>
</div>
</form>`,
  );
}

export function thanksPage(form: FormView, query: string): string {
  const message = form.confirmation === '' ? '您的回复已记录。 Your response has been recorded.' : form.confirmation;
  return shell(
    form,
    `<div class="card title-card" role="status">
<h1>${escapeHtml(form.title)}</h1>
<p class="description">${paragraphs(message)}</p>
<p><a href="/forms/d/e/${encodeURIComponent(form.id)}/viewform${escapeHtml(query)}">再填一份 <span lang="en">Submit another response</span></a></p>
</div>`,
  );
}

export function closedPage(form: FormView): string {
  return shell(form, `<div class="card title-card"><h1>${escapeHtml(form.title)}</h1><p class="description">此表单已停止接收回复。 <span lang="en">This form is no longer accepting responses.</span></p></div>`);
}

/** A page break starts a page and stays as its heading. */
function splitPages(form: FormView): FormView['items'][number][][] {
  const pages: FormView['items'][number][][] = [[]];
  for (const item of form.items) {
    if (item.type === 'PAGE_BREAK') pages.push([item]);
    else pages[pages.length - 1]?.push(item);
  }
  return pages;
}

function paragraphs(text: string): string {
  return escapeHtml(text)
    .replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`)
    .replace(/\n/g, '<br>');
}

function shell(form: FormView, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(form.title)}</title>
<link rel="icon" href="/favicon.ico" type="image/svg+xml">
<link rel="stylesheet" href="/page/fonts.css">
<link rel="stylesheet" href="/page/form.css">
<script type="module" src="/page/form.js"></script>
</head>
<body>
<main>
${main}
<p class="origin-notice">本表单在本地工作区中运行，不是 Google 表单。 <span lang="en">This form runs in a local workspace; it is not a Google Form.</span></p>
</main>
</body>
</html>`;
}
