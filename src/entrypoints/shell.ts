import { addMenu, askCore, showSidebar, showText, speaksEnglish } from '../google/container';
import type { ActionResult, DeskData, MessagePage, SentInput } from '../ui/protocol';

/**
 * The shell runs as whoever clicks and holds no secret: it passes the person's identity token and the wish on to the
 * core's web app, which decides. Editing this script gains nobody anything.
 */

const product = (): string => (speaksEnglish() ? 'Aftersales Ledger' : '售后台账');
const failed = { zh: '暂时连不上系统，请稍后再试。', en: 'The system cannot be reached right now; please try again in a moment.' };

/** The menu over the service workbook. */
export const onOpen = (): void => addMenu(product(), speaksEnglish() ? { showDesk: 'Open my desk', showCosts: 'Measure what calls cost (owner)' } : { showDesk: '打开工作台', showCosts: '测量调用耗时（仅所有者）' });

export const showDesk = (): void => showSidebar('sidebar', product());

/** Times the services on this account; half a minute. What comes out is a profile for the bench, or why not. */
export const showCosts = (): void => {
  const answer = askCore({ call: 'costs' });
  showText(product(), typeof answer === 'string' ? answer : speaksEnglish() ? failed.en : failed.zh);
};

/** What the sidebar shows. */
export const deskData = (): DeskData | MessagePage =>
  // The core answers with exactly this.
  (askCore({ call: 'data' }) as DeskData | MessagePage | null) ?? { page: 'message', language: speaksEnglish() ? 'en' : 'zh-CN', tone: 'bad', title: failed, text: failed };

export const deskAction = (command: string, objectId: string, input: SentInput): ActionResult =>
  (askCore({ call: 'action', command, objectId, input }) as ActionResult | null) ?? { ok: false, message: failed };
