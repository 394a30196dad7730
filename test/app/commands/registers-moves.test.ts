import { approvals } from '../../../sheets-templates';
import { registers, type Register, type Step } from '../../../src/registers';
import { statusWords } from '../../../src/app/commands/registers/entries';
import { registerItems, registerStarts } from '../../../src/app/desk/registers';
import { registersDesk } from '../../../src/app/desk/registers-source';
import { readEnvironment } from '../../../src/app/decide';
import { isRefusal } from '../../../src/terms';
import { journalled } from '../journalled';
import { actorOf, type Who, type World } from '../world';
import { company } from '../make-rows';
import { decideAll, decidedCases, others, registerCases, registerWorld, rowIn, samples, systemCases, whoIs } from './register-cases';

/** The state tables of 3.8 and 3.13 to 3.15, each pair of command and state tried. */

const keyOf = ({ table }: Register): string => String(samples[table.name]?.[table.key]);
const caseOf = (command: string) => registerCases[command] ?? { who: 'sup' };
const worldWith = (register: Register, status: string, command: string): World => registerWorld().add(register.table, rowIn(register, status, command));
const people: Readonly<Record<string, Who>> = { ...company, ...others };
const rolesOf = (name: string): readonly string[] => { const who = people[name]; return typeof who === 'object' && 'roles' in who ? who.roles : []; };

const commandsOf = ({ steps }: Register): readonly string[] => [...new Set(steps.filter(({ actors }) => actors.some((actor) => actor !== 'SYS')).map(({ command }) => command))];
const rows = registers.flatMap((register) => register.steps.flatMap((step) => (step.from ?? [null]).map((from) => [step.command, from, register, step] as const)));
const isByPeople = ({ actors }: Step): boolean => actors.some((actor) => actor !== 'SYS');

test('every step that people take has a case, every one of the system follows from an approval, a date or another step', () => {
  expect(registers.flatMap(commandsOf).filter((command) => !(command in registerCases))).toEqual([]);
  expect(rows.filter(([, , , step]) => !isByPeople(step)).map(([command]) => command).filter((command) => !(command in decidedCases) && !(command in systemCases))).toEqual([]);
});

describe('3.8, 3.13, 3.14, 3.15 each listed row works when its guards hold', () => {
  test.each(rows.filter(([, , , step]) => isByPeople(step)))('%s from %s', (command, from, register, step) => {
    const world = from === null ? registerWorld() : worldWith(register, from, command);
    const id = world.run(whoIs(caseOf(command).who), command, from === null ? '' : keyOf(register), caseOf(command).input);
    const entry = world.get(register.table, id);
    expect(entry['status']).toBe(step.to ?? from);
    for (const [name, column] of Object.entries(register.table.columns)) if (!column.optional) expect([name, entry[name] ?? 'missing']).not.toContain('missing');
    expect(entry[register.ended] !== null).toBe(register.over.includes(String(entry['status'])));
    if (step.asks !== undefined) expect(world.all(approvals).map(({ docType, status }) => [docType, status])).toEqual([[step.asks, 'PENDING']]);
  });

  test.each(rows.filter(([command]) => command in decidedCases))('%s from %s, by approval', (command, from, register, step) => {
    const { ask, deciders, decision } = decidedCases[command] ?? { ask: '', deciders: [], decision: 'APPROVED' };
    const asking = register.steps.find((one) => one.command === ask);
    const world = worldWith(register, asking?.to === null ? from ?? '' : asking?.from?.[0] ?? '', ask);
    world.run(whoIs(caseOf(ask).who), ask, keyOf(register), caseOf(ask).input);
    expect(world.get(register.table, keyOf(register))['status']).toBe(from);
    decideAll(world, deciders, decision);
    expect(world.get(register.table, keyOf(register))['status']).toBe(step.to ?? from);
  });

  test.each(rows.filter(([command]) => command in systemCases))('%s from %s, by the system', (command, from, register, step) => {
    const { row, run } = systemCases[command] ?? { run: () => undefined };
    const world = registerWorld();
    if (from !== null) world.add(register.table, { ...rowIn(register, from, command), ...row });
    run(world);
    expect(world.all(register.table).map((entry) => entry['status'])).toContain(step.to);
    if (from !== null) expect(world.get(register.table, keyOf(register))['status']).toBe(step.to);
  });
});

describe('3.8, 3.13, 3.14, 3.15 a pair that is not listed is refused, changes nothing and is journalled as DENIED', () => {
  const pairs = registers.flatMap((register) => commandsOf(register).flatMap((command) => Object.keys(statusWords(register))
    .filter((status) => !register.steps.some((step) => step.command === command && step.from?.includes(status) === true) && register.steps.every((step) => step.command !== command || step.from !== null))
    .map((status) => [command, status, register] as const)));
  test.each(pairs)('%s in %s', (command, status, register) => {
    const [entry, ...more] = journalled(worldWith(register, status, command), whoIs(caseOf(command).who), command, keyOf(register), caseOf(command).input);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ command, result: 'DENIED', changes: [], reason: 'STATE' });
  });

  test('a row that is not there, and a step that only the system takes', () => {
    for (const register of registers) for (const command of commandsOf(register)) {
      if (register.steps.every((step) => step.command !== command || step.from !== null)) expect([command, registerWorld().refusal(whoIs(caseOf(command).who), command, 'XX-1', caseOf(command).input)]).toEqual([command, expect.stringMatching(/^(STATE|ROLE)$/)]);
    }
  });
});

describe('9.2 who may not take a step is told who may', () => {
  const wrong = registers.flatMap((register) => commandsOf(register).flatMap((command) => {
    const steps = register.steps.filter((step) => step.command === command);
    return Object.keys(people).filter((name) => {
      const owner = register.owner === null ? null : samples[register.table.name]?.[register.owner];
      const who = people[name];
      const isOwner = typeof who === 'object' && 'staffId' in who && who.staffId === owner;
      return !steps.some((step) => step.actors.some((actor) => (actor === 'OWNER' ? isOwner : rolesOf(name).includes(actor))));
    }).map((name) => [command, name, register, steps[0]?.from?.[0] ?? null] as const);
  }));
  test('every other person of the company is refused every step that is not theirs', () => {
    const let_through = wrong.filter(([command, name, register, from]) => (from === null ? registerWorld() : worldWith(register, from, command)).refusal(whoIs(name), command, from === null ? '' : keyOf(register), caseOf(command).input) !== 'ROLE');
    expect(let_through.map(([command, name]) => `${command} ${name}`)).toEqual([]);
    expect(wrong.length).toBeGreaterThan(300);
  });
});

describe('the desk offers exactly what the table allows', () => {
  const deskOf = (world: World, name: string) => {
    const draft = world.draft(...registersDesk.reads);
    const environment = readEnvironment(draft, world.now);
    if (isRefusal(environment)) throw new Error(environment.words.en);
    return { items: registerItems({ draft, actor: actorOf(whoIs(name)), now: world.now, ...environment }), starts: registerStarts(draft, actorOf(whoIs(name))) };
  };
  test('every listed step stands on the desk of whoever takes it, in both languages, people and models to choose from', () => {
    for (const [command, from, register, step] of rows.filter(([, , , one]) => isByPeople(one))) {
      const world = from === null ? registerWorld() : worldWith(register, from, command);
      const { items, starts } = deskOf(world, caseOf(command).who);
      const offer = [...starts, ...items.flatMap(({ offers }) => offers)].find((one) => one.command === command);
      expect([command, offer?.label]).toEqual([command, step.label]);
      for (const field of offer?.fields ?? []) {
        expect([field.label.zh, field.label.en]).not.toContain('');
        if (register.table.columns[field.name]?.people === true) expect(Object.keys(field.choices ?? {})).toContain('ST-004');
      }
    }
  });
  test('what is over is on no desk', () => {
    for (const register of registers) for (const status of register.over) expect(deskOf(worldWith(register, status, ''), 'tsm').items).toEqual([]);
  });
});
