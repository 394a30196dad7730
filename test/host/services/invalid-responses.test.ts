/** Answers that a script makes for items that cannot have them. */
import { cleanUp, evaluate } from '../kernel/fixture';

afterAll(cleanUp);

const scale = "FormApp.create('表').addScaleItem().setBounds(1, 5)";
const grid = "FormApp.create('表').addGridItem().setRows(['一', '二']).setColumns(['x', 'y'])";
const boxes = "FormApp.create('表').addCheckboxGridItem().setRows(['一', '二']).setColumns(['x', 'y'])";

it.each([
  ['a step beyond a scale', `${scale}.createResponse(9)`, 'Exception: Invalid response submitted to a scale question: 9'],
  ['a step before a scale', `${scale}.createResponse(0)`, 'Exception: Invalid response submitted to a scale question: 0'],
  ['half a step', `${scale}.createResponse(2.5)`, 'Exception: Invalid response submitted to a scale question: 2.5'],
  ['a column that a grid has not', `${grid}.createResponse(['x', 'z'])`, 'Exception: Invalid response submitted to a grid question: z'],
  ['a column that a grid of boxes has not', `${boxes}.createResponse([['x'], ['y', 'z']])`, 'Exception: Invalid response submitted to a grid question: z'],
])('refuses %s', async (_title, expression, message) => {
  await expect(evaluate(expression)).rejects.toThrow(message);
});
it('takes bounds of scales, and rows of grids that are left out', async () => {
  expect(await evaluate(`[${scale}.createResponse(1).getResponse(), ${scale}.createResponse(5).getResponse(), ${grid}.createResponse(['y', null]).getResponse(), ${boxes}.createResponse([['x', 'y'], null]).getResponse()]`)).toEqual(['1', '5', ['y', ''], ['x, y', '']]);
});
