import { Ledger } from '../ledger/ledger';
import { instantAt } from '../terms';
import type { Ports } from '../app/ports';
import { checkpointIndex, loadCheckpoint, saveCheckpoint } from './checkpoint';
import { loadDeployment, loadForm, loadSecret, recall, remember } from './memory';
import { sheetsPort } from './sheets';
import { sweepEvery } from './sweep-trigger';
import { ensureArchive } from './workbooks';

/** How long a command waits for its turn before the person is asked to try again. */
const lockWait = 25000;

const hex = (bytes: readonly number[]): string => bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
const webSafe = (bytes: number[]): string => Utilities.base64EncodeWebSafe(bytes).replace(/=+$/, '');
const utf8 = (text: string): number[] => Utilities.newBlob(text).getBytes();

/** Digests take text as US-ASCII unless told otherwise: always say UTF-8. */
export const digest = (text: string): string => hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8));

export const randomToken = (): string => (Utilities.getUuid() + Utilities.getUuid()).replace(/-/g, '');

const decode = (text: string): string | null => {
  try {
    return Utilities.newBlob(Utilities.base64DecodeWebSafe(text)).getDataAsString('UTF-8');
  } catch {
    return null;
  }
};

/** The service is out of quota or out of order, which says nothing about the message. */
const isForNow = (error: unknown): boolean => /limit exceeded|quota|too many times|unavailable|backend error|internal error|empty response|try again/i.test(String(error));

const draft = (mime: string): string | null => {
  try {
    const created = Gmail?.Users?.Drafts?.create({ message: { raw: Utilities.base64EncodeWebSafe(mime, Utilities.Charset.UTF_8) } }, 'me');
    return created?.id ?? null;
  } catch (error) {
    if (isForNow(error)) return null;
    throw error;
  }
};

const isGone = (error: unknown): boolean => /not found|404/i.test(String(error));

const send = (draftId: string): 'sent' | 'gone' | 'later' => {
  try {
    Gmail?.Users?.Drafts?.send({ id: draftId }, 'me');
    return 'sent';
  } catch (error) {
    if (isGone(error)) return 'gone';
    if (isForNow(error)) return 'later';
    throw error;
  }
};

const left = (): number | null => {
  try {
    return MailApp.getRemainingDailyQuota();
  } catch {
    return null;
  }
};

/** Raw deflate data out of a gzip file: ten bytes of header before it, eight of checksum and length behind. */
const deflate = (bytes: readonly number[]): readonly number[] => Utilities.gzip(Utilities.newBlob([...bytes])).getBytes().slice(10, -8).map((byte) => byte & 0xff);

/** What stays as it is while a run lasts is asked for once. */
const once = (ask: () => string): (() => string) => {
  let known: string | null = null;
  return () => (known ??= ask());
};

const webAppUrl = once(() => ScriptApp.getService().getUrl());
const senderAddress = once(() => Session.getEffectiveUser().getEmail());

/** The application's outside, on Google. */
export const googlePorts = (): Ports => ({
  now: () => instantAt(Date.now()),
  locked: (work) => {
    const lock = LockService.getScriptLock();
    if (!lock.tryLock(lockWait)) return 'busy';
    try {
      return { done: work() };
    } finally {
      lock.releaseLock();
    }
  },
  ledger: () => new Ledger(sheetsPort, loadDeployment(), digest),
  deployment: loadDeployment,
  ensureArchive: (workbook) => ensureArchive(workbook, loadDeployment().language),
  mail: { draft, send, left },
  checkpoint: { index: checkpointIndex, load: loadCheckpoint, save: saveCheckpoint, look: sheetsPort.batchGet },
  digest,
  sign: (text) => webSafe(Utilities.computeHmacSha256Signature(text, loadSecret(), Utilities.Charset.UTF_8)),
  hmac: (text, key) => Utilities.base64Encode(Utilities.computeHmacSha256Signature(text, key, Utilities.Charset.UTF_8)),
  post: (url, json) => {
    const answer = UrlFetchApp.fetch(url, { method: 'post', contentType: 'application/json', payload: json, muteHttpExceptions: true });
    return { status: answer.getResponseCode(), text: answer.getContentText() };
  },
  encode: (text) => webSafe(utf8(text)),
  decode,
  base64: (bytes) => Utilities.base64Encode(bytes.map((byte) => (byte > 127 ? byte - 256 : byte))),
  base64Text: (text) => Utilities.base64Encode(text, Utilities.Charset.UTF_8),
  deflate,
  randomToken,
  webAppUrl,
  form: loadForm,
  remember,
  recall,
  senderAddress,
  sweepEvery,
  log: (line) => console.log(line),
});
