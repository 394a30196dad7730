/** What people do in the browser, each in their turn: the picker, the sheet, the sidebar, mails, desks, forms and the clock. */
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { screenshot } from './launch';
import { fillCommand, fillForm, type CommandInput, type FormInput } from './story-fields';
import type { StoryPlace } from './story-place';

export const DESKTOP = { width: 1360, height: 820 };
export const PHONE = { width: 390, height: 844 };
export type Size = typeof DESKTOP;

/** A product page, wherever it is framed. */
export interface ProductPage {
  readonly page: Page;
  readonly frame: FrameLocator;
}

export class StoryPeople {
  private constructor(
    readonly place: StoryPlace,
    readonly page: Page,
    readonly context: BrowserContext,
    readonly problems: readonly string[],
    /** Names of pictures begin with it. */
    private readonly prefix: string,
    readonly size: Size,
  ) {}

  static async arrive(place: StoryPlace, size: Size, prefix: string): Promise<StoryPeople> {
    const { page, context, problems } = await place.browser.open(size, { locale: place.language === 'zh' ? 'zh-CN' : 'en-GB' });
    const people = new StoryPeople(place, page, context, problems, prefix, size);
    await page.goto(place.address);
    await page.locator('#acting-person').waitFor();
    return people;
  }

  /** Somebody's address by their name; a visitor's word by null. */
  email(name: string): string {
    const found = this.place.information.people.find((person) => person.name === name);
    if (found === undefined) throw new Error(`Nobody is called ${name}`);
    return found.email;
  }

  async actAs(name: string | null): Promise<void> {
    const person = name === null ? 'anonymous' : this.email(name);
    const picker = this.page.locator('#acting-person');
    if ((await picker.inputValue()) !== person) await picker.selectOption(person);
  }

  /** A picture of a page as it is, and a check that nothing has to be scrolled sideways. */
  async look(name: string, page: Page = this.page): Promise<void> {
    await page.evaluate('document.fonts.ready.then(() => true)');
    await screenshot(page, `${this.prefix}/${name}`);
    for (const frame of page.frames()) {
      const sideways = await frame.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1').catch(() => false);
      if (sideways) throw new Error(`${name}: ${frame.url()} has to be scrolled sideways`);
    }
  }

  async keepPicture(name: string): Promise<void> {
    for (const [index, page] of this.context.pages().entries()) await screenshot(page, `${this.prefix}/${name}-${index}`);
  }

  /** Pictures at both sizes. */
  async lookAtBothSizes(name: string, page: Page): Promise<void> {
    for (const [label, size] of [['desktop', DESKTOP], ['phone', PHONE]] as const) {
      await page.setViewportSize(size);
      await this.look(`${name}-${label}`, page);
    }
    await page.setViewportSize(page === this.page ? this.size : PHONE);
  }

  /** Moves the clock to a moment of the company's time, such as `2026-03-30 09:20`, by the clock's own buttons. */
  async at(moment: string): Promise<void> {
    const { page } = this;
    const wanted = Date.parse(`${moment.replace(' ', 'T')}:00+08:00`);
    if (wanted <= this.place.workspace.now()) return;
    await page.locator('.clock-more summary').click();
    await page.locator('#jump-target').fill(moment.replace(' ', 'T'));
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/clock/advance'), { timeout: 120_000 });
    await page.locator('.jump button').click();
    await answered;
    await page.locator('.clock:not(.busy)').waitFor();
    await page.locator('.clock-more summary').click();
  }

  /** Presses one of the clock's jumps so many times, waiting for everything on the way each time. */
  async press(jump: '+15 min' | '+1 h' | '+1 day', times: number): Promise<void> {
    const { page } = this;
    const place = ['+15 min', '+1 h', '+1 day'].indexOf(jump);
    const narrow = this.size.width < 1180;
    if (narrow) await page.locator('.clock-more summary').click();
    for (let pressed = 0; pressed < times; pressed += 1) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/clock/advance'), { timeout: 60_000 });
      await page.locator(narrow ? '.popover .quick-jumps button' : '.top-bar .quick-jumps.wide-only button').nth(place).click();
      await answered;
      await page.locator('.clock:not(.busy)').waitFor();
    }
    if (narrow) await page.locator('.clock-more summary').click();
  }

  /** A section of the workspace by its route, through the navigation. */
  async section(name: string): Promise<void> {
    const { page } = this;
    if (this.size.width < 721) await page.locator('.navigation-button').click();
    await page.locator(`.navigation [data-target="#/${name}"]`).click();
  }

  /** Opens the service workbook, at one of its tabs. */
  async sheet(name: string, tab: string): Promise<void> {
    await this.actAs(name);
    await this.section('sheets');
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
    await this.page.locator('.sheet-grid .cell').first().waitFor();
  }

  /** The sidebar, opened from the sheet's menu. */
  async sidebar(name: string): Promise<ProductPage> {
    const { page } = this;
    await this.actAs(name);
    await this.section('sheets');
    await this.chooseFirstOfMenu();
    const frame = page.frameLocator('.side-panel iframe');
    await frame.locator('.desk-head').waitFor();
    return { page, frame };
  }

  /** The workbook is drawn anew for another person, and with it a menu that was opened a moment before: it is opened again, as a person would. */
  private async chooseFirstOfMenu(attempts = 4): Promise<void> {
    const item = this.page.locator('.menu-item').first();
    await this.page.locator('.menu summary').click();
    try {
      await item.click({ timeout: attempts > 1 ? 2000 : 8000 });
    } catch (error) {
      if (attempts <= 1) throw error;
      await this.chooseFirstOfMenu(attempts - 1);
    }
  }

  /** Somebody's own desk, in a tab of its own as on their phone. */
  async desk(name: string, size: Size = PHONE): Promise<ProductPage> {
    await this.actAs(name);
    await this.section('pages');
    const { links } = this.place.information;
    const own = links.filter((link) => link.person === null || link.person === this.email(name)).findIndex((link) => link.person !== null);
    if (own < 0) throw new Error(`${name} has no desk`);
    await this.choosePage(own);
    const page = await this.newTab(() => this.page.locator('.preview-tools a').click(), size);
    return this.product(page, '.desk-head');
  }

  private async choosePage(index: number): Promise<void> {
    const { page } = this;
    if (this.size.width < 721) await page.locator('.view-title select').selectOption(String(index));
    else await page.locator(`.navigation [data-target="#/pages/${index}"]`).click();
    await page.waitForURL((url) => url.hash === `#/pages/${index}`);
    await page.locator('.preview-frame').waitFor();
  }

  async newTab(open: () => Promise<void>, size: Size): Promise<Page> {
    const arriving = this.context.waitForEvent('page');
    await open();
    const page = await arriving;
    await page.setViewportSize(size);
    await page.waitForLoadState();
    return page;
  }

  /** The page of a web app in a tab, once it shows something. */
  async product(page: Page, shown: string): Promise<ProductPage> {
    const frame = page.frameLocator('iframe');
    await frame.locator(shown).first().waitFor();
    return { page, frame };
  }

  /** The customers' form, opened by somebody who is not signed in. */
  async customerForm(size: Size = PHONE): Promise<Page> {
    await this.actAs(null);
    await this.section('pages');
    return this.newTab(() => this.page.locator('.preview-tools a').click(), size);
  }

  /** Opens what a desk offers for an object; the form that then stands open. */
  async open({ frame, page }: ProductPage, command: string, objectId: string): Promise<Locator> {
    const selector = `[data-command="${command}"][data-object="${objectId}"]`;
    const button = frame.locator(selector);
    await button.waitFor({ state: 'attached' });
    if (!(await button.isVisible())) await frame.locator('details', { has: page.locator(selector) }).locator('summary').click();
    await button.click();
    const form = frame.locator('form.form');
    await form.waitFor();
    return form;
  }

  /** Opens, fills in and sends; null when it was done, else why not. */
  async act(on: ProductPage, command: string, objectId: string, input: CommandInput = {}, picture?: string): Promise<string | null> {
    const form = await this.open(on, command, objectId);
    await fillCommand(form, command, input, this.place.language);
    if (picture !== undefined) await this.look(picture, on.page);
    await form.locator('button[type=submit]').click();
    const refusal = form.locator('.refusal:not(:empty)');
    await refusal.or(on.frame.locator('body:not(:has(form.form))')).first().waitFor();
    return (await refusal.count()) > 0 ? refusal.innerText() : null;
  }

  /** Fails unless it was done. */
  async done(on: ProductPage, command: string, objectId: string, input: CommandInput = {}, picture?: string): Promise<void> {
    const refused = await this.act(on, command, objectId, input, picture);
    if (refused !== null) throw new Error(`${command} ${objectId}: ${refused}`);
  }

  async fill(form: Locator, command: string, input: CommandInput): Promise<void> {
    await fillCommand(form, command, input, this.place.language);
  }

  /** Follows a desk's link to a form, which opens in a tab of its own. */
  async formFrom({ frame, page }: ProductPage, objectId: string, label: string, size: Size = PHONE): Promise<Page> {
    const card = frame.locator('article.card', { hasText: objectId }).first();
    const link = card.locator('a.button', { hasText: label });
    await link.first().waitFor({ state: 'attached' });
    if (!(await link.first().isVisible())) await card.locator('details', { has: page.locator('a.button', { hasText: label }) }).locator('summary').click();
    return this.newTab(() => link.first().click(), size);
  }

  /** Fills in a form, sends it and leaves; answers with what the form then says. */
  async send(page: Page, answers: FormInput, picture?: string): Promise<string> {
    await fillForm(page, answers);
    if (picture !== undefined) await this.look(`${picture}-filled`, page);
    await page.locator('[data-action="send"]').click();
    const outcome = page.locator('[role=status], .question.invalid');
    await outcome.first().waitFor();
    if (picture !== undefined) await this.look(`${picture}-sent`, page);
    const wrong = await page.locator('.question.invalid').allInnerTexts();
    if (wrong.length > 0) throw new Error(`The form was not sent: ${wrong.join(' | ')}`);
    const said = await outcome.first().innerText();
    await page.close();
    return said;
  }

  /** Opens a mail in somebody's mailbox by a part of its subject. */
  async mail(mailbox: string, subject: string): Promise<FrameLocator> {
    const { page } = this;
    await this.section('mail');
    const boxes = page.locator('#mailbox');
    await boxes.locator(`option[value="${mailbox}"]`).waitFor({ state: 'attached' });
    await boxes.selectOption(mailbox);
    await page.locator('.mail-line', { hasText: subject }).first().click();
    const frame = page.frameLocator('.mail-frame');
    await frame.locator('body').waitFor();
    return frame;
  }

  /** Opens the first link of the open mail and puts the page behind it into a tab. */
  async fromMail(mail: FrameLocator, shown: string, size: Size = this.size): Promise<ProductPage> {
    await mail.locator('a[href*="t="]').first().click();
    const page = await this.newTab(() => this.page.locator('.preview-tools a').click(), size);
    return this.product(page, shown);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
