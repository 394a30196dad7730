/** `FormApp`. */
import { mayChange } from '../../kernel/files';
import { GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../../kernel/host-object';
import type { Kernel } from '../../kernel/kernel';
import { Alignment, DestinationType, ItemType, PageNavigationType } from './form-enums';
import { Form } from './form-object';
import { CheckboxGridValidationBuilder, CheckboxValidationBuilder, GridValidationBuilder, ParagraphTextValidationBuilder, TextValidationBuilder } from './form-validation';

class FormApp extends HostObject {
  static override readonly guestName = 'FormApp';
  static override readonly guestProperties = ['ItemType', 'DestinationType', 'PageNavigationType', 'Alignment'];
  readonly ItemType = ItemType;
  readonly DestinationType = DestinationType;
  readonly PageNavigationType = PageNavigationType;
  readonly Alignment = Alignment;
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;

  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.#context = context;
    this.#kernel = kernel;
  }
  create(title: unknown, isPublished: unknown = true): Form {
    if (typeof title !== 'string') throw signatureMismatch('FormApp.create', [title]);
    this.#context.count({ requests: 1 });
    const { id } = this.#kernel.forms.create(title, this.#context.runsAs);
    const form = new Form(id, this.#kernel, this.#context);
    return isPublished === false ? form.setPublished(false) : form;
  }
  openById(id: unknown): Form {
    this.#context.count({ requests: 1 });
    const form = this.#kernel.forms.find(String(id));
    const user = this.#context.runsAs;
    if (!form) throw new GuestError('No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.');
    if (!mayChange(form, user)) throw new GuestError('You do not have permission to access the requested document.');
    return new Form(form.id, this.#kernel, this.#context);
  }
  openByUrl(url: unknown): Form {
    const id = /\/forms\/d\/(?:e\/)?([^/]+)/.exec(String(url))?.[1];
    if (id === undefined) throw new GuestError(`Invalid argument: url`);
    return this.openById(id);
  }
  getActiveForm(): null {
    return null;
  }
  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }
  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }
  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder();
  }
  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }
  /** Only scripts bound to a form have one, and those are not loaded here. */
  getUi(): never {
    throw new GuestError('Cannot call FormApp.getUi() from this context.');
  }
  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }
}

export const formService = (kernel: Kernel): ServiceDefinition => ({
  name: 'FormApp',
  create: (context) => ({ root: new FormApp(context, kernel) }),
});
