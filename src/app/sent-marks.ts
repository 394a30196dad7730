import type { Instant } from '../terms';
import type { Ports } from './ports';

/** What came of sending notices. */
export interface Outcomes {
  readonly left: readonly string[];
  readonly refused: readonly { readonly noticeId: string; readonly error: string }[];
}

export interface KnownOutcomes {
  readonly left: readonly { readonly noticeId: string; readonly at: Instant }[];
  readonly refused: Outcomes['refused'];
}

const key = 'notices.outcomes';
/** A property holds 9 kB. What does not fit is found out again: a draft that is gone has left. */
const mostCharacters = 8000;
const longestError = 120;

/**
 * Outcomes since the last sweep entered them. A line each: `+` and the moment for what left, `-` and the reason for what was
 * refused. Written only under the lock.
 */
export const outcomesSince = (ports: Ports): KnownOutcomes => {
  const lines = (ports.recall(key) ?? '').split('\n').filter((line) => line !== '').map((line) => {
    const [sign = '', noticeId = '', ...rest] = line.split(' ');
    return { sign, noticeId, rest: rest.join(' ') };
  });
  return {
    // Written by `rememberOutcomes` from an instant.
    left: lines.filter(({ sign }) => sign === '+').map(({ noticeId, rest }) => ({ noticeId, at: rest as Instant })),
    refused: lines.filter(({ sign }) => sign === '-').map(({ noticeId, rest }) => ({ noticeId, error: rest })),
  };
};

export const rememberOutcomes = (ports: Ports, { left, refused }: Outcomes, at: Instant): void => {
  if (left.length + refused.length === 0) return;
  const before = ports.recall(key) ?? '';
  const lines = [...left.map((noticeId) => `+ ${noticeId} ${at}`), ...refused.map(({ noticeId, error }) => `- ${noticeId} ${error.replace(/\s+/g, ' ').slice(0, longestError)}`)];
  const text = lines.reduce((kept, line) => (kept.length + line.length < mostCharacters ? `${kept}${line}\n` : kept), before);
  ports.remember(key, text);
};

/** To be called once what was known is entered in the ledger. */
export const forgetOutcomes = (ports: Ports): void => ports.remember(key, '');

export const hasOutcomes = (ports: Ports): boolean => (ports.recall(key) ?? '') !== '';
