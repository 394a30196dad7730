import { words } from '../../src/terms';
import { toolCheck, toolStatus, wasteClass, wasteStatus } from '../choices';
import { choice, date, decimal, id, instant, integer, optional, table, text, type Row } from '../table';

/** 工具设备台账. Source. */
export const tools = table({
  name: 'Tools',
  book: 'service',
  label: words('工具设备台账', 'Tools and test equipment'),
  key: 'toolId',
  columns: {
    toolId: id(words('工具编号', 'Tool no.')),
    status: choice(words('状态', 'Status'), toolStatus),
    name: text(words('名称', 'Name')),
    model: optional(text(words('型号', 'Model'))),
    serialNo: optional(text(words('出厂编号', 'Serial'))),
    checkKind: choice(words('检测类型', 'Check kind'), toolCheck),
    intervalMonths: optional(integer(words('检测周期(月)', 'Interval months'))),
    lastCheck: optional(date(words('上次检测', 'Last check'))),
    nextCheck: optional(date(words('下次检测', 'Next check'))),
    certificate: optional(text(words('证书', 'Certificate'))),
    holder: optional(text(words('持有人', 'Holder'), { people: true })),
    retiredAt: optional(instant(words('报废时间', 'Retired'))),
  },
});

/** 废旧物品处置台账. Source. */
export const wasteRecords = table({
  name: 'WasteRecords',
  book: 'service',
  label: words('废旧物品处置台账', 'Waste parts and oils'),
  key: 'wasteId',
  columns: {
    wasteId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), wasteStatus),
    ticketId: optional(text(words('工单', 'Ticket'))),
    category: choice(words('类别', 'Category'), wasteClass),
    description: text(words('名称', 'Description')),
    qty: decimal(words('数量', 'Quantity')),
    unit: text(words('单位', 'Unit')),
    generatedAt: date(words('产生日期', 'Generated')),
    storagePlace: text(words('贮存地点', 'Storage')),
    storeUntil: optional(date(words('最迟处置', 'Dispose by'))),
    receiver: optional(text(words('接收单位', 'Receiver'))),
    licenceNo: optional(text(words('许可证号', 'Licence no.'))),
    transferDoc: optional(text(words('转移联单号', 'Transfer document'))),
    disposedAt: optional(date(words('处置日期', 'Disposed'))),
    endedAt: optional(instant(words('办结', 'Ended'))),
  },
});

export type WasteRecord = Row<typeof wasteRecords>;
