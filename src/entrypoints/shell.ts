import { addMenu, askCore, showSidebar, speaksEnglish } from '../google/container';
import type { ActionResult, DeskData, MessagePage, SentInput } from '../ui/protocol';

/**
 * The shell runs as whoever clicks and holds no secret: it passes the person's identity token and the wish on to the
 * core's web app, which decides. Editing this script gains nobody anything.
 */

const product = (): string => (speaksEnglish() ? 'Aftersales Ledger' : '售后台账');
const failed = { zh: '暂时连不上系统,请稍后再试。', en: 'The system cannot be reached right now; please try again in a moment.' };

/** The menu over the service workbook. */
export const onOpen = (): void => addMenu(product(), speaksEnglish() ? 'Open my desk' : '打开工作台', 'showDesk');

export const showDesk = (): void => showSidebar('sidebar', product());

/** What the sidebar shows. */
export const deskData = (): DeskData | MessagePage =>
  // The core answers with exactly this.
  (askCore({ call: 'data' }) as DeskData | MessagePage | null) ?? { page: 'message', language: speaksEnglish() ? 'en' : 'zh-CN', tone: 'bad', title: failed, text: failed };

export const deskAction = (command: string, objectId: string, input: SentInput): ActionResult =>
  (askCore({ call: 'action', command, objectId, input }) as ActionResult | null) ?? { ok: false, message: failed };
