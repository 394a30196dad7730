import { replaceCalled } from '../../tickets';

/** Group chats that take text by webhook. */
export type ChatKind = 'wecom' | 'dingtalk' | 'feishu';

/** HMAC-SHA256 in base64. */
export type Hmac = (text: string, key: string) => string;

export interface ChatRequest {
  readonly url: string;
  /** JSON. */
  readonly body: string;
}

type Format = (text: string, address: string, secret: string, epochMilliseconds: number, hmac: Hmac) => ChatRequest;

/** How each kind wants a text and, where the robot has a secret, its signature. */
const formats: Readonly<Record<ChatKind, Format>> = {
  wecom: (text, url) => ({ url, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }),
  dingtalk: (text, url, secret, at, hmac) => ({
    url: secret === '' ? url : `${url}&timestamp=${at}&sign=${encodeURIComponent(hmac(`${at}\n${secret}`, secret))}`,
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
  }),
  feishu: (text, url, secret, at, hmac) => {
    const timestamp = String(Math.floor(at / 1000));
    const signature = secret === '' ? {} : { timestamp, sign: hmac('', `${timestamp}\n${secret}`) };
    return { url, body: JSON.stringify({ ...signature, msg_type: 'text', content: { text } }) };
  },
};

export const isChatKind = (text: string): text is ChatKind => Object.keys(formats).includes(text);

export const chatRequest = (kind: ChatKind, ...rest: Parameters<Format>): ChatRequest => formats[kind](...rest);

/** Why a chat refused, as it answered; null when it took the text. All three answer with a code, 0 for taken. */
export const chatRefusal = (status: number, answer: string): string | null => {
  const taken = /"(?:errcode|code|StatusCode)"\s*:\s*0\b/.test(answer);
  return status === 200 && taken ? null : `${status} ${answer}`.slice(0, 120);
};

/** WeCom takes 2,048 bytes of text, which is the least of the three. */
const mostCharacters = 600;
const hidden = '***';

/** What a whole group may read: bounded, and without anybody's phone number. Begins with a word that robots can be set to ask for. */
export const chatText = (text: string): string => `【售后】${replaceCalled(text, () => hidden).replace(/(?<!\d)0\d{9,11}(?!\d)/g, hidden)}`.slice(0, mostCharacters);
