import { acceptWork, chargeWorld, owedIn, paid, signed } from '../commands/charge-world';

const reminded = (): ReturnType<typeof chargeWorld> => {
  const world = chargeWorld().at('2026-03-16 10:00');
  signed(world);
  acceptWork(world);
  return world;
};

test('SV-52, N-48 a receivable due on 31 March is reminded of on its five days, to more people as it ages', () => {
  const world = reminded();
  expect(owedIn(world).dueDate).toBe('2026-03-31');
  const days = ['2026-03-28', '2026-04-01', '2026-04-07', '2026-04-15', '2026-04-30'];
  const told = days.map((day) => {
    const before = world.notices('N-48').length;
    world.at(`${day} 08:55`).run('system', 'sweep.escalate', '');
    expect(world.notices('N-48').slice(before)).toEqual([]);
    world.at(`${day} 09:00`).run('system', 'sweep.escalate', '');
    world.run('system', 'sweep.escalate', '');
    return world.notices('N-48').slice(before).map((notice) => notice.toStaff).sort();
  });
  expect(told).toEqual([['ST-004', 'ST-005'], ['ST-004', 'ST-005'], ['ST-004', 'ST-005'], ['ST-003', 'ST-004', 'ST-005'], ['ST-002', 'ST-003', 'ST-004', 'ST-005']]);
  expect(world.notices('N-48').every((notice) => notice.priority === 'P3')).toBe(true);
});

test('S-39 paid is paid: no reminder any more', () => {
  const world = reminded();
  paid(world, owedIn(world).arId, '3000');
  world.at('2026-04-30 09:00').run('system', 'sweep.escalate', '');
  expect(world.notices('N-48')).toEqual([]);
});
