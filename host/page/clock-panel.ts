/** The virtual clock: shows it, lets it run or stand, and moves it forward. */
import type { ClockState } from '../server/wire';
import type { Application } from './application';
import { element, fill } from './element';
import { icon } from './icons';
import { showFailure, showNotice } from './notices';
import { requestJson } from './requests';
import { dateTime, dateTimeWithSeconds, fromInputValue, inputValue, weekday } from './time-words';

const MINUTE = 60_000;
const JUMPS = [
  { word: 'plusQuarter', milliseconds: 15 * MINUTE },
  { word: 'plusHour', milliseconds: 60 * MINUTE },
  { word: 'plusDay', milliseconds: 24 * 60 * MINUTE },
] as const;

export function clockPanel(application: Application): { readonly element: HTMLElement; refresh(): void } {
  const { timeZone } = application.state;
  let readAt = performance.now();
  const face = element('time', { class: 'clock-face' });
  const runButton = element('button', { class: 'quiet run', type: 'button', onclick: () => void setRunning() });
  const next = element('span', { class: 'next-trigger' });
  const jumpNext = element('button', { type: 'button', class: 'small', onclick: () => void jumpToNext() }, application.word('jumpThere'));
  const target = element('input', { type: 'datetime-local', id: 'jump-target' });
  const busy = element('p', { class: 'advancing', role: 'status', hidden: true }, application.word('advancing'));
  const quick = JUMPS.map((jump) => element('button', { type: 'button', class: 'small', onclick: () => void advance(now() + jump.milliseconds) }, application.word(jump.word)));
  const more = element(
    'details',
    { class: 'clock-more' },
    element('summary', {}, application.word('moreClock')),
    element(
      'div',
      { class: 'popover' },
      element('div', { class: 'quick-jumps' }, ...quick.map((button, index) => narrowTwin(button, application.word(JUMPS[index]?.word ?? 'jump')))),
      element('p', { class: 'next-line' }, next, jumpNext),
      element('form', { class: 'jump', onsubmit: submitJump }, element('label', { for: 'jump-target' }, application.word('jumpTo')), target, element('button', { class: 'small' }, application.word('jump'))),
    ),
  );
  const panel = element('section', { class: 'clock', 'aria-label': application.word('clock') }, runButton, face, element('span', { class: 'quick-jumps wide-only' }, ...quick), more, busy);
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !more.contains(event.target)) more.open = false;
  });

  function now(): number {
    const { clock } = application;
    return clock.running ? clock.now + (performance.now() - readAt) : clock.now;
  }

  function show(): void {
    const time = now();
    const written = application.clock.running ? dateTimeWithSeconds(time, timeZone) : dateTime(time, timeZone);
    fill(face, `${weekday(time, timeZone, application.language)} `, element('span', { class: 'wide-only' }, written.slice(0, 5)), written.slice(5));
    face.title = application.word(application.clock.running ? 'running' : 'paused');
  }

  function refresh(): void {
    readAt = performance.now();
    const { running, nextTriggerAt } = application.clock;
    fill(runButton, icon(running ? 'pause' : 'run'));
    runButton.setAttribute('aria-label', application.word(running ? 'pause' : 'run'));
    runButton.title = application.word(running ? 'pause' : 'run');
    next.textContent = nextTriggerAt === null ? application.word('noTrigger') : `${application.word('nextTrigger')} ${dateTime(nextTriggerAt, timeZone)}`;
    jumpNext.hidden = nextTriggerAt === null;
    if (document.activeElement !== target) target.value = inputValue(now(), timeZone);
    show();
  }

  async function setRunning(): Promise<void> {
    try {
      application.clock = await requestJson<ClockState>('POST', '/api/clock/running', { running: !application.clock.running });
      refresh();
    } catch (failure) {
      showFailure(application, failure);
    }
  }

  async function advance(time: number): Promise<void> {
    if (panel.classList.contains('busy')) return;
    panel.classList.add('busy');
    busy.hidden = false;
    try {
      application.clock = await requestJson<ClockState>('POST', '/api/clock/advance', { time: Math.round(time) });
      refresh();
    } catch (failure) {
      showFailure(application, failure);
    } finally {
      panel.classList.remove('busy');
      busy.hidden = true;
    }
  }

  async function jumpToNext(): Promise<void> {
    const { nextTriggerAt } = application.clock;
    if (nextTriggerAt !== null) await advance(Math.max(nextTriggerAt, now()));
  }

  function submitJump(event: Event): void {
    event.preventDefault();
    const time = fromInputValue(target.value, timeZone);
    if (time === null || time < now()) showNotice(application.word('timeBackwards'), '', 'refusal');
    else void advance(time);
  }

  const ticking = setInterval(() => {
    if (panel.isConnected) show();
    else if (readyOnce) clearInterval(ticking);
    readyOnce ||= panel.isConnected;
  }, 1000);
  let readyOnce = false;
  refresh();
  return { element: panel, refresh };
}

/** On narrow screens the quick jumps move into the popover; a button can be in one place only, so there are two. */
function narrowTwin(button: HTMLButtonElement, label: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'small', onclick: () => button.click() }, label);
}
