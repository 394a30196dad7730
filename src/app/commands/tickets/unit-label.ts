import { contracts, installed } from '../../../../sheets-templates';
import { refuse, words } from '../../../terms';
import { findUnit } from '../../../tickets';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';

/** 10.2: the address for a unit's or a project's QR code. A new one for a unit makes the label before it open the empty form. */
export const unitLabel: CommandDefinition = command({
  name: 'unit.qr', label: words('设备二维码链接', 'QR link of a unit'), rules: ['10.2'], reads: [installed, contracts],
  fields: [
    { name: 'number', kind: 'text', label: words('产品编号或合同编号', 'Serial or contract number'), help: words('合同编号：只预填项目名称。', 'A contract number fills in the project alone.'), required: true, maximum: 100 },
    { name: 'renew', kind: 'flag', label: words('作废原二维码，另发新的', 'Revoke the old code and issue a new one') },
  ],
  decide: ({ draft, input, actor, randomToken }) => {
    if (!hasRole(actor, 'CS', 'CLK', 'SUP')) return refuse('ROLE', '设备二维码由客服、内勤或主管办理。', 'Customer service, the clerk or the supervisor issues QR links.');
    const text = words('扫码报修链接（可用任意二维码工具制成标签）：', 'Request link (make the label with any QR tool):');
    const project = draft.find(contracts, input.text('number').toUpperCase());
    if (project !== undefined) return { objectId: project.contractId, message: words(project.projectName, project.projectName), copy: { text, page: 'project', objectId: project.contractId } };
    const unit = findUnit(draft.all(installed), input.text('number'));
    if (unit === undefined) return refuse('UNKNOWN', '在装设备台账和合同中没有此编号（由内勤先登记）。', 'No such unit or contract (the clerk enters it first).');
    const labelled = input.flag('renew') || unit.qrToken === '' ? draft.update(installed, unit.equipId, { qrToken: randomToken() }) : unit;
    return { objectId: unit.equipId, message: words(`${unit.serialNo} 的二维码链接。`, `QR link of ${unit.serialNo}.`), copy: { text, page: 'unit', objectId: labelled.qrToken } };
  },
});
