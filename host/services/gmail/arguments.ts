/** Messages and threads that a script hands over, one or a list of them. */
import { signatureMismatch } from '../../kernel/host-object';
import { GmailMessage } from './message';
import { GmailThread } from './thread';

export function messagesIn(method: string, argument: unknown): readonly GmailMessage[] {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  return list.map((message) => {
    if (!(message instanceof GmailMessage)) throw signatureMismatch(method, [argument]);
    return message;
  });
}

export function threadsIn(method: string, argument: unknown): readonly GmailThread[] {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  return list.map((thread) => {
    if (!(thread instanceof GmailThread)) throw signatureMismatch(method, [argument]);
    return thread;
  });
}
