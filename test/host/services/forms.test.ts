import type { FormView } from '../../../host/contract';
import type { LocalWorkspace } from '../../../host/kernel/workspace';
import { call, cleanUp, engineer, outsider, owner, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const code = `
  function create() {
    var form = FormApp.create('报修表');
    form.setDescription('请填写').setConfirmationMessage('已收到').setCollectEmail(true);
    form.addTextItem().setTitle('电话').setRequired(true).setValidation(FormApp.createTextValidation().setHelpText('请填 11 位手机号').requireTextMatchesPattern('1[0-9]{10}').build());
    form.addParagraphTextItem().setTitle('说明').setHelpText('越细越好').setValidation(FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(5).build());
    form.addListItem().setTitle('产品').setChoiceValues(['水泵', '电机']);
    form.addMultipleChoiceItem().setTitle('紧急').setChoices([]).setChoiceValues(['是', '否']).showOtherOption(true);
    return form.getId();
  }
  function build() {
    var form = FormApp.create('报修表');
    form.setDescription('请填写').setConfirmationMessage('已收到').setCollectEmail(true);
    form.addTextItem().setTitle('电话').setRequired(true).setValidation(FormApp.createTextValidation().setHelpText('请填 11 位手机号').requireTextMatchesPattern('1[0-9]{10}').build());
    form.addParagraphTextItem().setTitle('说明').setHelpText('越细越好').setValidation(FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(5).build());
    form.addListItem().setTitle('产品').setChoiceValues(['水泵', '电机']);
    form.addCheckboxItem().setTitle('故障').setChoiceValues(['漏水', '异响']).setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(1).build());
    form.addDateItem().setTitle('日期');
    form.addScaleItem().setTitle('评分').setBounds(1, 5).setLabels('差', '好');
    form.addSectionHeaderItem().setTitle('其他');
    form.addPageBreakItem();
    return form.getId();
  }
  function install(id) { ScriptApp.newTrigger('submitted').forForm(id).onFormSubmit().create(); }
  function submitted(event) {
    var answers = {};
    event.response.getItemResponses().forEach(function (one) { answers[one.getItem().getTitle()] = one.getResponse(); });
    console.log(JSON.stringify([answers, event.source.getId(), event.response.getRespondentEmail(), event.response.getTimestamp() instanceof Date, event.authMode === ScriptApp.AuthMode.FULL, Session.getActiveUser().getEmail()]));
  }
  function prefill(id) {
    var form = FormApp.openById(id);
    var items = form.getItems();
    return form.createResponse().withItemResponse(items[0].asTextItem().createResponse('13800000000')).withItemResponse(items[3].asCheckboxItem().createResponse(['漏水', '异响'])).withItemResponse(items[4].asDateItem().createResponse(new Date(2026, 2, 5))).toPrefilledUrl();
  }
  function types(id) { return FormApp.openById(id).getItems().map(function (item) { return [String(item.getType()), item.getType() === FormApp.ItemType.TEXT, item.getIndex()]; }); }
  function submitFromScript(id) { var form = FormApp.openById(id); form.createResponse().withItemResponse(form.getItems()[0].asTextItem().createResponse('13800000000')).submit(); return form.getResponses().length; }
  function change(id) { var form = FormApp.openById(id); form.deleteItem(0); form.moveItem(0, 1); form.setTitle('新标题'); return form.getItems().map(function (item) { return item.getTitle(); }); }
  function close(id) { FormApp.openById(id).setAcceptingResponses(false).setCustomClosedFormMessage('已停止'); }
  function wrongKind(id) { FormApp.openById(id).getItems()[0].asListItem(); }`;

async function form(): Promise<{ readonly workspace: LocalWorkspace; readonly view: FormView; readonly item: (title: string) => string }> {
  const workspace = await workspaceWith(code);
  const id = String(await call(workspace, 'build'));
  const view = workspace.form(id);
  if (!view) throw new Error('The form was not made');
  return { workspace, view, item: (title) => String(view.items.find((candidate) => candidate.title === title)?.id) };
}

describe('a form made by a script', () => {
  it('shows its items and leaves its visible title empty', async () => {
    const { view } = await form();
    expect(view).toMatchObject({ title: '', description: '请填写', confirmation: '已收到', accepting: true });
    expect(view.items.map(({ type, title, required, choices }) => [type, title, required, choices])).toEqual([
      ['TEXT', '电话', true, []], ['PARAGRAPH_TEXT', '说明', false, []], ['LIST', '产品', false, ['水泵', '电机']], ['CHECKBOX', '故障', false, ['漏水', '异响']], ['DATE', '日期', false, []], ['SCALE', '评分', false, ['1', '2', '3', '4', '5']], ['SECTION_HEADER', '其他', false, []], ['PAGE_BREAK', '', false, []],
    ]);
  });
  it('gives links with answers filled in, by item id', async () => {
    const { workspace, view, item } = await form();
    const url = new URL(String(await call(workspace, 'prefill', view.id)));
    expect(url.origin + url.pathname).toBe(view.publishedUrl);
    expect([url.searchParams.get(`entry.${item('电话')}`), url.searchParams.getAll(`entry.${item('故障')}`), url.searchParams.get(`entry.${item('日期')}`)]).toEqual(['13800000000', ['漏水', '异响'], '2026-03-05']);
  });
  it('knows its items by type and can be changed', async () => {
    const { workspace, view } = await form();
    expect((await call(workspace, 'types', view.id)) as unknown[]).toEqual(expect.arrayContaining([['TEXT', true, 0], ['LIST', false, 2]]));
    await expect(call(workspace, 'wrongKind', view.id)).rejects.toThrow('Invalid conversion for item type.');
    expect(((await call(workspace, 'change', view.id)) as unknown[]).slice(0, 2)).toEqual(['产品', '说明']);
    expect(workspace.form(view.id)?.title).toBe('新标题');
  });
  it('belongs to its maker', async () => {
    const { workspace, view } = await form();
    expect((await workspace.run('app', 'types', [view.id], engineer)).record.error).toContain('You do not have permission to access the requested document.');
    await expect(call(workspace, 'types', 'nothing')).rejects.toThrow('No item with the given ID could be found.');
  });
  it('cannot offer nothing to choose from', async () => {
    const workspace = await workspaceWith(code);
    await expect(call(workspace, 'create')).rejects.toThrow('Array is empty: values');
  });
});

describe('a person who sends a form', () => {
  it('sets off the trigger, which runs as its owner', async () => {
    const { workspace, view, item } = await form();
    await call(workspace, 'install', view.id);
    const answers = { [item('电话')]: '13800000000', [item('故障')]: ['漏水'], [item('日期')]: '2026-03-05', [item('评分')]: '4' };
    expect(await workspace.submitForm(view.id, answers, outsider)).toEqual({ ok: true });
    const [record] = workspace.executions(1);
    expect(record).toMatchObject({ kind: 'form-submit', functionName: 'submitted', runsAs: owner, activeUser: outsider, status: 'completed' });
    expect(JSON.parse(record?.log[0] ?? '')).toEqual([{ 电话: '13800000000', 故障: ['漏水'], 日期: '2026-03-05', 评分: '4' }, view.id, outsider, true, true, '']);
  });
  it('is told by item what is wrong', async () => {
    const { workspace, view, item } = await form();
    const answers = { [item('电话')]: '123', [item('说明')]: '一二三四五六', [item('产品')]: '风机', [item('故障')]: ['漏水', '异响'], [item('评分')]: '9', [item('日期')]: '明天' };
    const result = await workspace.submitForm(view.id, answers, null);
    expect(result.ok ? [] : Object.keys(result.errors).sort()).toEqual(Object.keys(answers).sort());
    expect(result).toMatchObject({ errors: { [item('电话')]: '请填 11 位手机号' } });
    expect(await workspace.submitForm(view.id, {}, null)).toMatchObject({ ok: false, errors: { [item('电话')]: expect.stringContaining('必填') as unknown } });
  });
  it('is turned away by a closed form', async () => {
    const { workspace, view, item } = await form();
    await call(workspace, 'close', view.id);
    expect(await workspace.submitForm(view.id, { [item('电话')]: '13800000000' }, null)).toEqual({ ok: false, errors: { '': '已停止' } });
  });
});

it('a response submitted by a script sets off no trigger', async () => {
  const { workspace, view } = await form();
  await call(workspace, 'install', view.id);
  expect(await call(workspace, 'submitFromScript', view.id)).toBe(1);
  expect(workspace.executions().some(({ kind }) => kind === 'form-submit')).toBe(false);
});

describe('sections and destinations', () => {
  const pages = `
    function build() {
      var form = FormApp.create('步骤');
      var way = form.addListItem().setTitle('去哪');
      var second = form.addPageBreakItem().setTitle('二');
      form.addTextItem().setTitle('甲').setRequired(true);
      var third = form.addPageBreakItem().setTitle('三');
      form.addTextItem().setTitle('乙').setRequired(true);
      way.setChoices([way.createChoice('下一页', FormApp.PageNavigationType.CONTINUE), way.createChoice('跳过', third), way.createChoice('交', FormApp.PageNavigationType.SUBMIT)]);
      return form.getId();
    }
    function ways(id) { return FormApp.openById(id).getItems(FormApp.ItemType.LIST)[0].asListItem().getChoices().map(function (choice) { return [choice.getValue(), String(choice.getPageNavigationType()), choice.getGotoPage() && choice.getGotoPage().getTitle()]; }); }
    function loop(id) { var items = FormApp.openById(id).getItems(FormApp.ItemType.PAGE_BREAK); items[1].asPageBreakItem().setGoToPage(items[0].asPageBreakItem()); return items[1].asPageBreakItem().getGoToPage().getTitle(); }
    function mixed(id) { var list = FormApp.openById(id).getItems(FormApp.ItemType.LIST)[0].asListItem(); list.setChoices([list.createChoice('a'), list.createChoice('b', FormApp.PageNavigationType.SUBMIT)]); }
    function copy(id) { var form = FormApp.openById(id); var item = form.getItems()[0].duplicate(); return [item.getIndex(), item.getTitle(), form.getItems().length, item.getId() === form.getItems()[0].getId()]; }
    function grid() {
      var form = FormApp.create('表');
      form.addGridItem().setTitle('选').setRows(['一', '二']).setColumns(['x', 'y']).setRequired(true).setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().setHelpText('各选一列').build());
      form.addDurationItem().setTitle('用时');
      return form.getId();
    }
    function link(id, to) { var form = FormApp.openById(id); form.setDestination(FormApp.DestinationType.SPREADSHEET, to || SpreadsheetApp.create('回复').getId()); return form.getDestinationId(); }
    function add(id) { FormApp.openById(id).addTextItem().setTitle('新题'); }
    function sheet(to) { return SpreadsheetApp.openById(to).getSheets().filter(function (tab) { return tab.getName().indexOf('Form Responses') === 0; }).map(function (tab) { return tab.getDataRange().getValues().map(function (row) { return row.slice(1); }); }); }
    function forget(id) { var form = FormApp.openById(id); form.removeDestination(); var responses = form.getResponses(); form.deleteResponse(responses[0].getId()); var left = form.getResponses().length; form.deleteAllResponses(); return [left, form.getResponses().length]; }
    function prefill(id) { var form = FormApp.openById(id); return form.createResponse().withItemResponse(form.getItems()[0].asGridItem().createResponse(['x', 'y'])).toPrefilledUrl(); }
    function unlinked(id) { return FormApp.openById(id).getDestinationId(); }`;
  const open = async (builder: string) => {
    const workspace = await workspaceWith(pages);
    const id = String(await call(workspace, builder));
    const item = (title: string): string => String(workspace.form(id)?.items.find((one) => one.title === title)?.id);
    const send = async (answers: Readonly<Record<string, string | readonly string[]>>): Promise<readonly string[]> => {
      const result = await workspace.submitForm(id, Object.fromEntries(Object.entries(answers).map(([title, answer]) => [item(title), answer])), engineer);
      return result.ok ? [] : Object.keys(result.errors).map((key) => workspace.form(id)?.items.find((one) => String(one.id) === key)?.title ?? '');
    };
    return { workspace, id, send };
  };

  it.each([
    [{ 去哪: '下一页' }, ['甲', '乙']],
    [{ 去哪: '跳过' }, ['乙']],
    [{ 去哪: '交' }, []],
    [{}, ['甲', '乙']],
  ])('%j asks for %j', async (answers, missing) => {
    const { send } = await open('build');
    expect([...(await send(answers))].sort()).toEqual([...missing].sort());
  });
  it('keeps no answer of a section that was skipped', async () => {
    const { workspace, id, send } = await open('build');
    await send({ 去哪: '交', 甲: '偷偷' });
    const to = String(await call(workspace, 'link', id));
    await send({ 去哪: '跳过', 甲: '偷偷', 乙: '在' });
    expect(await call(workspace, 'sheet', to)).toEqual([[['去哪', '甲', '乙'], ['跳过', '', '在']]]);
  });
  it('tells where choices and pages lead, and comes to an end in a circle', async () => {
    const { workspace, id, send } = await open('build');
    expect(await call(workspace, 'ways', id)).toEqual([['下一页', 'CONTINUE', null], ['跳过', 'GO_TO_PAGE', '三'], ['交', 'SUBMIT', null]]);
    await expect(call(workspace, 'mixed', id)).rejects.toThrow('Either all choices or none');
    expect(await call(workspace, 'loop', id)).toBe('二');
    expect(await send({ 去哪: '下一页' })).toEqual(['甲']);
    expect(await call(workspace, 'copy', id)).toEqual([1, '去哪', 6, false]);
  });
  it('judges grids and durations', async () => {
    const { workspace, id, send } = await open('grid');
    expect([await send({ 选: ['x', 'x'] }), await send({ 选: ['x', ''] }), await send({ 选: ['x', 'y'], 用时: '90:1' }), await send({ 选: ['x', 'y'], 用时: '01:30:00' })]).toEqual([['选'], ['选'], ['用时'], []]);
    const url = new URL(String(await call(workspace, 'prefill', id)));
    expect([...url.searchParams.keys()].filter((key) => key.startsWith('entry'))).toEqual([expect.stringMatching(/row0$/), expect.stringMatching(/row1$/)]);
  });
  it('copies into a sheet whose columns grow with the form', async () => {
    const { workspace, id, send } = await open('grid');
    await expect(call(workspace, 'unlinked', id)).rejects.toThrow('no response destination');
    await expect(call(workspace, 'link', id, 'nowhere')).rejects.toThrow('Invalid spreadsheet ID');
    const to = String(await call(workspace, 'link', id));
    await send({ 选: ['x', 'y'] });
    await call(workspace, 'add', id);
    await send({ 选: ['y', 'x'], 新题: '007' });
    expect(await call(workspace, 'sheet', to)).toEqual([[['选 [一]', '选 [二]', '用时', '新题'], ['x', 'y', '', ''], ['y', 'x', '', 7]]]);
    expect(await call(workspace, 'forget', id)).toEqual([1, 0]);
  });
});
