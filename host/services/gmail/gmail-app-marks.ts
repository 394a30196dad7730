/** What `GmailApp` does to messages and threads that it is handed, one or many at a time. */
import { HostObject } from '../../kernel/host-object';
import { messagesIn, threadsIn } from './arguments';
import type { Desk } from './desk';

export abstract class GmailAppMarks extends HostObject {
  constructor(readonly _desk: Desk) {
    super();
  }

  markMessageRead(message: unknown): this {
    return this.#messages('markMessageRead', message, [], ['UNREAD']);
  }
  markMessagesRead(messages: unknown): this {
    return this.#messages('markMessagesRead', messages, [], ['UNREAD']);
  }
  markMessageUnread(message: unknown): this {
    return this.#messages('markMessageUnread', message, ['UNREAD'], []);
  }
  markMessagesUnread(messages: unknown): this {
    return this.#messages('markMessagesUnread', messages, ['UNREAD'], []);
  }
  starMessage(message: unknown): this {
    return this.#messages('starMessage', message, ['STARRED'], []);
  }
  starMessages(messages: unknown): this {
    return this.#messages('starMessages', messages, ['STARRED'], []);
  }
  unstarMessage(message: unknown): this {
    return this.#messages('unstarMessage', message, [], ['STARRED']);
  }
  unstarMessages(messages: unknown): this {
    return this.#messages('unstarMessages', messages, [], ['STARRED']);
  }
  moveMessageToTrash(message: unknown): this {
    return this.#messages('moveMessageToTrash', message, ['TRASH'], ['INBOX', 'SPAM']);
  }
  moveMessagesToTrash(messages: unknown): this {
    return this.#messages('moveMessagesToTrash', messages, ['TRASH'], ['INBOX', 'SPAM']);
  }
  refreshMessage(message: unknown): this {
    return this.refreshMessages([message]);
  }
  refreshMessages(messages: unknown): this {
    for (const message of messagesIn('GmailApp.refreshMessages', messages)) message.refresh();
    return this;
  }

  markThreadRead(thread: unknown): this {
    return this.#threads('markThreadRead', thread, [], ['UNREAD']);
  }
  markThreadsRead(threads: unknown): this {
    return this.#threads('markThreadsRead', threads, [], ['UNREAD']);
  }
  markThreadUnread(thread: unknown): this {
    return this.#threads('markThreadUnread', thread, ['UNREAD'], []);
  }
  markThreadsUnread(threads: unknown): this {
    return this.#threads('markThreadsUnread', threads, ['UNREAD'], []);
  }
  markThreadImportant(thread: unknown): this {
    return this.#threads('markThreadImportant', thread, ['IMPORTANT'], []);
  }
  markThreadsImportant(threads: unknown): this {
    return this.#threads('markThreadsImportant', threads, ['IMPORTANT'], []);
  }
  markThreadUnimportant(thread: unknown): this {
    return this.#threads('markThreadUnimportant', thread, [], ['IMPORTANT']);
  }
  markThreadsUnimportant(threads: unknown): this {
    return this.#threads('markThreadsUnimportant', threads, [], ['IMPORTANT']);
  }
  moveThreadToArchive(thread: unknown): this {
    return this.#threads('moveThreadToArchive', thread, [], ['INBOX']);
  }
  moveThreadsToArchive(threads: unknown): this {
    return this.#threads('moveThreadsToArchive', threads, [], ['INBOX']);
  }
  moveThreadToInbox(thread: unknown): this {
    return this.#threads('moveThreadToInbox', thread, ['INBOX'], ['TRASH', 'SPAM']);
  }
  moveThreadsToInbox(threads: unknown): this {
    return this.#threads('moveThreadsToInbox', threads, ['INBOX'], ['TRASH', 'SPAM']);
  }
  moveThreadToSpam(thread: unknown): this {
    return this.#threads('moveThreadToSpam', thread, ['SPAM'], ['INBOX', 'TRASH']);
  }
  moveThreadsToSpam(threads: unknown): this {
    return this.#threads('moveThreadsToSpam', threads, ['SPAM'], ['INBOX', 'TRASH']);
  }
  moveThreadToTrash(thread: unknown): this {
    return this.#threads('moveThreadToTrash', thread, ['TRASH'], ['INBOX', 'SPAM']);
  }
  moveThreadsToTrash(threads: unknown): this {
    return this.#threads('moveThreadsToTrash', threads, ['TRASH'], ['INBOX', 'SPAM']);
  }
  refreshThread(thread: unknown): this {
    return this.refreshThreads([thread]);
  }
  refreshThreads(threads: unknown): this {
    for (const thread of threadsIn('GmailApp.refreshThreads', threads)) thread.refresh();
    return this;
  }

  #messages(method: string, messages: unknown, add: readonly string[], remove: readonly string[]): this {
    this._desk.change(messagesIn(`GmailApp.${method}`, messages).map((message) => message._present), add, remove);
    return this;
  }
  #threads(method: string, threads: unknown, add: readonly string[], remove: readonly string[]): this {
    this._desk.change(threadsIn(`GmailApp.${method}`, threads).flatMap((thread) => thread._entries()), add, remove);
    return this;
  }
}
