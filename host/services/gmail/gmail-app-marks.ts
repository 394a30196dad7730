/** What `GmailApp` does to messages and threads that it is handed, one or many at a time. */
import { HostObject } from '../../kernel/host-object';
import { moves, type Move } from '../../kernel/mail/moves';
import { messagesIn, threadsIn } from './arguments';
import type { Desk } from './desk';

export abstract class GmailAppMarks extends HostObject {
  constructor(readonly _desk: Desk) {
    super();
  }

  markMessageRead(message: unknown): this {
    return this.#messages('markMessageRead', message, moves.read);
  }
  markMessagesRead(messages: unknown): this {
    return this.#messages('markMessagesRead', messages, moves.read);
  }
  markMessageUnread(message: unknown): this {
    return this.#messages('markMessageUnread', message, moves.unread);
  }
  markMessagesUnread(messages: unknown): this {
    return this.#messages('markMessagesUnread', messages, moves.unread);
  }
  starMessage(message: unknown): this {
    return this.#messages('starMessage', message, moves.star);
  }
  starMessages(messages: unknown): this {
    return this.#messages('starMessages', messages, moves.star);
  }
  unstarMessage(message: unknown): this {
    return this.#messages('unstarMessage', message, moves.unstar);
  }
  unstarMessages(messages: unknown): this {
    return this.#messages('unstarMessages', messages, moves.unstar);
  }
  moveMessageToTrash(message: unknown): this {
    return this.#messages('moveMessageToTrash', message, moves.trash);
  }
  moveMessagesToTrash(messages: unknown): this {
    return this.#messages('moveMessagesToTrash', messages, moves.trash);
  }
  refreshMessage(message: unknown): this {
    return this.refreshMessages([message]);
  }
  refreshMessages(messages: unknown): this {
    for (const message of messagesIn('GmailApp.refreshMessages', messages)) message.refresh();
    return this;
  }

  markThreadRead(thread: unknown): this {
    return this.#threads('markThreadRead', thread, moves.read);
  }
  markThreadsRead(threads: unknown): this {
    return this.#threads('markThreadsRead', threads, moves.read);
  }
  markThreadUnread(thread: unknown): this {
    return this.#threads('markThreadUnread', thread, moves.unread);
  }
  markThreadsUnread(threads: unknown): this {
    return this.#threads('markThreadsUnread', threads, moves.unread);
  }
  markThreadImportant(thread: unknown): this {
    return this.#threads('markThreadImportant', thread, moves.important);
  }
  markThreadsImportant(threads: unknown): this {
    return this.#threads('markThreadsImportant', threads, moves.important);
  }
  markThreadUnimportant(thread: unknown): this {
    return this.#threads('markThreadUnimportant', thread, moves.unimportant);
  }
  markThreadsUnimportant(threads: unknown): this {
    return this.#threads('markThreadsUnimportant', threads, moves.unimportant);
  }
  moveThreadToArchive(thread: unknown): this {
    return this.#threads('moveThreadToArchive', thread, moves.archive);
  }
  moveThreadsToArchive(threads: unknown): this {
    return this.#threads('moveThreadsToArchive', threads, moves.archive);
  }
  moveThreadToInbox(thread: unknown): this {
    return this.#threads('moveThreadToInbox', thread, moves.inbox);
  }
  moveThreadsToInbox(threads: unknown): this {
    return this.#threads('moveThreadsToInbox', threads, moves.inbox);
  }
  moveThreadToSpam(thread: unknown): this {
    return this.#threads('moveThreadToSpam', thread, moves.spam);
  }
  moveThreadsToSpam(threads: unknown): this {
    return this.#threads('moveThreadsToSpam', threads, moves.spam);
  }
  moveThreadToTrash(thread: unknown): this {
    return this.#threads('moveThreadToTrash', thread, moves.trash);
  }
  moveThreadsToTrash(threads: unknown): this {
    return this.#threads('moveThreadsToTrash', threads, moves.trash);
  }
  refreshThread(thread: unknown): this {
    return this.refreshThreads([thread]);
  }
  refreshThreads(threads: unknown): this {
    for (const thread of threadsIn('GmailApp.refreshThreads', threads)) thread.refresh();
    return this;
  }

  #messages(method: string, messages: unknown, move: Move): this {
    this._desk.change(messagesIn(`GmailApp.${method}`, messages).map((message) => message._present), move);
    return this;
  }
  #threads(method: string, threads: unknown, move: Move): this {
    this._desk.change(threadsIn(`GmailApp.${method}`, threads).flatMap((thread) => thread._entries()), move);
    return this;
  }
}
