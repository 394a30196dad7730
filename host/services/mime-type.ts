/** `MimeType` and `Browser`: small globals of the platform's base. */
import type { Question, QuestionAnswer } from '../contract';
import { GuestEnum, GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import { questionOf } from './ui';

const google = (name: string): string => `application/vnd.google-apps.${name}`;
const office = (name: string): string => `application/vnd.openxmlformats-officedocument.${name}`;
const openDocument = (name: string): string => `application/vnd.oasis.opendocument.${name}`;

class MimeType extends HostObject {
  static override readonly guestName = 'MimeType';
  static override readonly guestProperties = [
    'GOOGLE_APPS_SCRIPT', 'GOOGLE_DRAWINGS', 'GOOGLE_DOCS', 'GOOGLE_FORMS', 'GOOGLE_SHEETS', 'GOOGLE_SITES', 'GOOGLE_SLIDES', 'FOLDER', 'SHORTCUT', 'BMP', 'GIF', 'JPEG', 'PNG', 'SVG', 'PDF', 'CSS', 'CSV',
    'HTML', 'JAVASCRIPT', 'PLAIN_TEXT', 'RTF', 'OPENDOCUMENT_GRAPHICS', 'OPENDOCUMENT_PRESENTATION', 'OPENDOCUMENT_SPREADSHEET', 'OPENDOCUMENT_TEXT', 'MICROSOFT_EXCEL', 'MICROSOFT_EXCEL_LEGACY',
    'MICROSOFT_POWERPOINT', 'MICROSOFT_POWERPOINT_LEGACY', 'MICROSOFT_WORD', 'MICROSOFT_WORD_LEGACY', 'ZIP',
  ];
  readonly GOOGLE_APPS_SCRIPT = google('script');
  readonly GOOGLE_DRAWINGS = google('drawing');
  readonly GOOGLE_DOCS = google('document');
  readonly GOOGLE_FORMS = google('form');
  readonly GOOGLE_SHEETS = google('spreadsheet');
  readonly GOOGLE_SITES = google('site');
  readonly GOOGLE_SLIDES = google('presentation');
  readonly FOLDER = google('folder');
  readonly SHORTCUT = google('shortcut');
  readonly BMP = 'image/bmp';
  readonly GIF = 'image/gif';
  readonly JPEG = 'image/jpeg';
  readonly PNG = 'image/png';
  readonly SVG = 'image/svg+xml';
  readonly PDF = 'application/pdf';
  readonly CSS = 'text/css';
  readonly CSV = 'text/csv';
  readonly HTML = 'text/html';
  readonly JAVASCRIPT = 'application/javascript';
  readonly PLAIN_TEXT = 'text/plain';
  readonly RTF = 'application/rtf';
  readonly OPENDOCUMENT_GRAPHICS = openDocument('graphics');
  readonly OPENDOCUMENT_PRESENTATION = openDocument('presentation');
  readonly OPENDOCUMENT_SPREADSHEET = openDocument('spreadsheet');
  readonly OPENDOCUMENT_TEXT = openDocument('text');
  readonly MICROSOFT_EXCEL = office('spreadsheetml.sheet');
  readonly MICROSOFT_EXCEL_LEGACY = 'application/vnd.ms-excel';
  readonly MICROSOFT_POWERPOINT = office('presentationml.presentation');
  readonly MICROSOFT_POWERPOINT_LEGACY = 'application/vnd.ms-powerpoint';
  readonly MICROSOFT_WORD = office('wordprocessingml.document');
  readonly MICROSOFT_WORD_LEGACY = 'application/msword';
  readonly ZIP = 'application/zip';
}

export const mimeTypes: ServiceDefinition = { name: 'MimeType', create: () => ({ root: new MimeType() }) };

const Buttons = new GuestEnum<Question['buttons']>('Browser.Buttons', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** The old way to speak to whoever has the spreadsheet open. */
class Browser extends HostObject {
  static override readonly guestName = 'Browser';
  static override readonly guestProperties = ['Buttons'];
  readonly Buttons = Buttons;
  readonly #context: ServiceContext;
  constructor(context: ServiceContext) {
    super();
    this.#context = context;
  }
  async msgBox(...args: unknown[]): Promise<string> {
    const { button } = await this.#ask('msgBox', questionOf('alert', args, Buttons, 'Browser.msgBox'));
    return button === 'CLOSE' ? 'cancel' : button.toLowerCase();
  }
  /** The text, or `cancel` where the box was cancelled or closed. */
  async inputBox(...args: unknown[]): Promise<string> {
    const { button, text } = await this.#ask('inputBox', questionOf('prompt', args, Buttons, 'Browser.inputBox'));
    return button === 'CLOSE' || button === 'CANCEL' ? 'cancel' : text;
  }
  #ask(method: string, question: Question): Promise<QuestionAnswer> {
    const ui = this.#context.containerUi;
    if (!ui) throw new GuestError(`Cannot call Browser.${method}() from this context; have you opened a spreadsheet?`);
    return ui.ask(question);
  }
}

export const browserService: ServiceDefinition = { name: 'Browser', create: (context) => ({ root: new Browser(context) }) };
