import { pageWords } from '../../../text/ui/page-words';
import type { ActionResult } from '../../protocol';
import { toast } from './chrome';
import { element } from './element';
import { say } from './speech';

export const copyOut = async (box: HTMLTextAreaElement): Promise<void> => {
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    toast(say(pageWords.copied));
  } catch {
    // Where the page may not reach the clipboard, or has none, the text stands selected for the person's own copying.
    toast(say(pageWords.copyByHand));
  }
};

/** What an action answered that has to stay in sight: who is calling, or a text to paste into a chat. */
export const resultCard = (result: ActionResult, form: HTMLElement | null, close: () => void): HTMLElement => {
  const text = element('textarea', { class: 'copy', attributes: { readonly: '', rows: '6', 'aria-label': say(pageWords.copyText) } });
  text.value = result.copy === undefined ? '' : say(result.copy);
  const buttons = element('div', { class: 'buttons' },
    result.copy === undefined ? null : element('button', { class: 'primary', attributes: { type: 'button' }, on: { click: () => void copyOut(text) } }, say(pageWords.copyText)),
    element('button', { class: 'quiet', attributes: { type: 'button' }, on: { click: close } }, say(pageWords.close)));
  return element('section', { class: 'card result' },
    ...say(result.message).split('\n').map((line) => element('p', {}, line)),
    result.copy === undefined ? null : text, form ?? buttons);
};
