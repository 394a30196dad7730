/** Makes a form easier on a phone: one page at a time, messages while typing, and no second sending. */
import './form.css';

const REQUIRED = '此题必填。This question is required.';
const SENDING = '正在提交… Sending…';

const form = document.querySelector('form');
document.querySelector<HTMLElement>('.summary')?.focus();
document.querySelector('.question.invalid')?.scrollIntoView({ block: 'center' });
if (form) {
  const pages = [...form.querySelectorAll<HTMLElement>('.form-page')];
  const button = (action: string) => form.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
  const progress = form.querySelector<HTMLElement>('[data-progress]');
  const firstInvalid = pages.findIndex((page) => page.querySelector('.question.invalid') !== null);
  let current = Math.max(0, firstInvalid);
  let sending = false;

  const show = (index: number, scroll: boolean): void => {
    current = index;
    for (const [number, page] of pages.entries()) page.hidden = number !== index;
    toggle(button('back'), index > 0);
    toggle(button('next'), index < pages.length - 1);
    toggle(button('send'), index === pages.length - 1);
    if (progress) {
      progress.hidden = pages.length < 2;
      progress.textContent = `${index + 1} / ${pages.length}`;
    }
    if (scroll) window.scrollTo({ top: 0 });
  };

  const pageComplete = (): boolean => {
    const questions = [...(pages[current]?.querySelectorAll<HTMLElement>('.question') ?? [])];
    const incomplete = questions.filter((question) => !check(question));
    incomplete[0]?.scrollIntoView({ block: 'center' });
    incomplete[0]?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    return incomplete.length === 0;
  };

  button('back')?.addEventListener('click', () => show(current - 1, true));
  button('next')?.addEventListener('click', () => {
    if (pageComplete()) show(current + 1, true);
  });
  form.addEventListener('change', (event) => {
    const question = event.target instanceof Element ? event.target.closest<HTMLElement>('.question') : null;
    if (question?.classList.contains('invalid')) check(question);
  });
  form.addEventListener('keydown', (event) => {
    // Enter in a short answer would send a form that still has pages to come.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && current < pages.length - 1) {
      event.preventDefault();
      button('next')?.click();
    }
  });
  form.addEventListener('submit', (event) => {
    if (sending || !pageComplete()) {
      event.preventDefault();
      return;
    }
    sending = true;
    const send = button('send');
    if (send) {
      send.setAttribute('aria-disabled', 'true');
      send.textContent = SENDING;
    }
  });
  // Coming back with the browser's own button shows the form as it was left, ready to be sent.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  show(current, false);
}

function toggle(target: HTMLElement | null, shown: boolean): void {
  if (target) target.hidden = !shown;
}

/** Whether a question has what it needs; shows or clears its message. */
function check(question: HTMLElement): boolean {
  const answered = answeredFully(question);
  const complete = answered || question.dataset['required'] === undefined;
  question.classList.toggle('invalid', !complete);
  const message = question.querySelector<HTMLElement>('.error');
  if (message) {
    message.hidden = complete;
    message.textContent = complete ? '' : REQUIRED;
  }
  return complete;
}

function answeredFully(question: HTMLElement): boolean {
  const inputs = [...question.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')];
  const names = new Set(inputs.map((input) => input.name));
  const answered = (name: string) =>
    inputs.some((input) => input.name === name && (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox') ? input.checked : input.value.trim() !== ''));
  return [...names].every(answered);
}
