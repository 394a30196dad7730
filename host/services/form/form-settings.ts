/** What is set about a form as a whole: texts, publication, switches. */
import type { StoredForm } from '../../kernel/form-model';
import { GuestError, HostObject } from '../../kernel/host-object';

export abstract class FormSettings extends HostObject {
  abstract get _form(): StoredForm;
  abstract _change(change: Partial<StoredForm>): this;
  _switch(name: string, value: unknown): this {
    return this._change({ switches: { ...this._form.switches, [name]: value === true } });
  }

  getTitle(): string {
    return this._form.title;
  }
  setTitle(title: unknown): this {
    return this._change({ title: String(title) });
  }
  getDescription(): string {
    return this._form.description;
  }
  setDescription(text: unknown): this {
    return this._change({ description: String(text) });
  }
  getConfirmationMessage(): string {
    return this._form.confirmation;
  }
  setConfirmationMessage(text: unknown): this {
    return this._change({ confirmation: String(text) });
  }
  getCustomClosedFormMessage(): string {
    return this._form.closedMessage;
  }
  setCustomClosedFormMessage(text: unknown): this {
    return this._change({ closedMessage: String(text) });
  }
  isAcceptingResponses(): boolean {
    return this._form.accepting;
  }
  setAcceptingResponses(accepting: unknown): this {
    if (accepting === true && !this._form.published) throw new GuestError('Cannot accept responses on an unpublished form.');
    return this._change({ accepting: accepting === true });
  }
  isPublished(): boolean {
    return this._form.published;
  }
  setPublished(published: unknown): this {
    return this._change({ published: published === true, accepting: published === true });
  }
  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }
  collectsEmail(): boolean {
    return this._form.collectsEmail;
  }
  setCollectEmail(collected: unknown): this {
    return this._change({ collectsEmail: collected === true });
  }
  setAllowResponseEdits(value: unknown): this {
    return this._switch('allowResponseEdits', value);
  }
  canEditResponse(): boolean {
    return this._form.switches.allowResponseEdits === true;
  }
  setLimitOneResponsePerUser(value: unknown): this {
    return this._switch('limitOneResponsePerUser', value);
  }
  hasLimitOneResponsePerUser(): boolean {
    return this._form.switches.limitOneResponsePerUser === true;
  }
  setShowLinkToRespondAgain(value: unknown): this {
    return this._switch('showLinkToRespondAgain', value);
  }
  hasRespondAgainLink(): boolean {
    return this._form.switches.showLinkToRespondAgain !== false;
  }
  setProgressBar(value: unknown): this {
    return this._switch('progressBar', value);
  }
  hasProgressBar(): boolean {
    return this._form.switches.progressBar === true;
  }
  setPublishingSummary(value: unknown): this {
    return this._switch('publishingSummary', value);
  }
  setRequireLogin(value: unknown): this {
    return this._switch('requireLogin', value);
  }
  requiresLogin(): boolean {
    return this._form.switches.requireLogin === true;
  }
  setShuffleQuestions(value: unknown): this {
    return this._switch('shuffleQuestions', value);
  }
  getShuffleQuestions(): boolean {
    return this._form.switches.shuffleQuestions === true;
  }
  isPublishingSummary(): boolean {
    return this._form.switches.publishingSummary === true;
  }
  isQuiz(): boolean {
    return false;
  }
}
