/**
 * Boxes that scripts show while a request waits for them. A request whose caller says `asks` is answered either with what came of it or with the
 * question that the script waits on; the answer to the question gets the next of the two.
 */
import { randomUUID } from 'node:crypto';
import type { AskPerson, Question, QuestionAnswer } from '../contract';
import { isRecord, RequestRefused, requiredText } from './http-exchange';
import type { Asked } from './wire';

const BUTTONS: Readonly<Record<Question['buttons'], readonly QuestionAnswer['button'][]>> = {
  OK: ['OK', 'CLOSE'],
  OK_CANCEL: ['OK', 'CANCEL', 'CLOSE'],
  YES_NO: ['YES', 'NO', 'CLOSE'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL', 'CLOSE'],
};
/** As much as a cell takes. */
const LONGEST_ANSWER = 50_000;

type Step = () => Promise<object>;

interface OpenQuestion {
  readonly question: Question;
  readonly settle: (answer: QuestionAnswer) => void;
  readonly next: () => Promise<object>;
}

export class Questions {
  readonly #open = new Map<string, OpenQuestion>();

  /** Does work that may ask. @returns what came of it, or its first question */
  begin(work: (ask: AskPerson) => Promise<object>): Promise<object | Asked> {
    const steps: Step[] = [];
    let waiting: ((step: Step) => void) | null = null;
    const tell = (step: Step): void => {
      if (waiting) waiting(step);
      else steps.push(step);
      waiting = null;
    };
    const next = async (): Promise<object> => {
      const step = steps.shift() ?? (await new Promise<Step>((resolve) => (waiting = resolve)));
      return step();
    };
    const ask: AskPerson = (question) =>
      new Promise((settle) => {
        const id = randomUUID();
        this.#open.set(id, { question, settle, next });
        const asked: Asked = { question: { id, ...question } };
        tell(() => Promise.resolve(asked));
      });
    work(ask).then((result) => tell(() => Promise.resolve(result)), (failure: unknown) => tell(() => Promise.reject(failure instanceof Error ? failure : new Error(String(failure)))));
    return next();
  }

  /** @throws RequestRefused for a question that nobody waits on, or a button that it does not have */
  answer(id: string, body: unknown): Promise<object | Asked> {
    const open = this.#open.get(id);
    if (!open) throw new RequestRefused(404, '没有脚本在等这个问题的答案。No script waits for this answer.');
    if (!isRecord(body)) throw new RequestRefused(400, 'The body is not an object.');
    const named = requiredText(body, 'button');
    const button = BUTTONS[open.question.buttons].find((known) => known === named);
    if (!button) throw new RequestRefused(400, `"button" must be one of ${BUTTONS[open.question.buttons].join(', ')}.`);
    const text = body['text'] === undefined ? '' : requiredText(body, 'text');
    if (text.length > LONGEST_ANSWER) throw new RequestRefused(400, `最多 ${LONGEST_ANSWER} 个字符。At most ${LONGEST_ANSWER} characters.`);
    this.#open.delete(id);
    open.settle({ button, text });
    return open.next();
  }
}
