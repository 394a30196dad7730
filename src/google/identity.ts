import { refuse, type Refusal } from '../terms';
import { recall, remember } from './memory';

/** Asks Google whether a token is genuine: signature, issuer and end are checked there, audience and address here. */
const tokenInfo = 'https://oauth2.googleapis.com/tokeninfo?id_token=';
const issuers = ['https://accounts.google.com', 'accounts.google.com'];
const audienceProperty = 'shell.audience';
const longestToken = 4000;

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly exp?: string | number;
  readonly email?: string;
  readonly email_verified?: string | boolean;
}

const unknownPerson = (): Refusal => refuse('IDENTITY', '无法确认您的身份。请重新打开表格并允许所需权限。', 'The system cannot tell who you are. Please reopen the sheet and allow what it asks for.');

const claimsOf = (token: string): Claims | null => {
  const response = UrlFetchApp.fetch(tokenInfo + encodeURIComponent(token), { muteHttpExceptions: true });
  return response.getResponseCode() === 200 ? (JSON.parse(response.getContentText()) as Claims) : null;
};

/**
 * The verified address behind a shell's identity token. The shell is known by its audience, pinned the first time the
 * owner opens the sidebar; before that nobody else gets in, and after that no other script does.
 */
export const identify = (token: unknown): string | Refusal => {
  if (typeof token !== 'string' || token === '' || token.length > longestToken) return unknownPerson();
  const claims = claimsOf(token);
  if (claims === null || claims.email === undefined || String(claims.email_verified) !== 'true' || !issuers.includes(claims.iss ?? '')) return unknownPerson();
  if (claims.aud === undefined || Number(claims.exp) * 1000 <= Date.now()) return unknownPerson();
  const pinned = recall(audienceProperty);
  if (pinned === null && claims.email === Session.getEffectiveUser().getEmail()) remember(audienceProperty, claims.aud);
  else if (pinned !== claims.aud) return unknownPerson();
  return claims.email;
};
