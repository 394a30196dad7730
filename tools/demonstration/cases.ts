import type { CauseCode } from '../../sheets-templates';
import { demoContacts, demoCustomers } from '../../src/demo/customers';

/** What breaks at the invented company's customers, and what is done about it: one story a row, told by those who are in it. */
export interface Trouble {
  /** The customer's place in the demo company's list. */
  readonly customer: number;
  readonly model: string;
  readonly serial: string;
  readonly fault: string;
  /** What it came from, in a code and in words. */
  readonly cause: readonly [code: CauseCode, words: string];
  readonly remedy: string;
  /** What has to be replaced, if anything: name and specification. */
  readonly part?: readonly [name: string, specification: string];
  /** Who can do it, by name. */
  readonly engineers: readonly string[];
  /** Its warranty is over. */
  readonly paid?: true;
}

export interface Customer {
  readonly name: string;
  readonly city: string;
  readonly address: string;
  readonly contact: string;
  readonly project: string;
}

const projects: Readonly<Record<number, string>> = {
  1: '一期配电改造', 2: '二号楼供电', 3: '住院楼', 5: '二期配电', 7: '城北泵站', 9: '冷库扩建', 13: '循环水站', 17: '三号厂房', 23: '研发楼', 24: '横琴机房',
};

/** A customer by the place in the demo company's list. */
export const customerAt = (number: number): Customer => {
  const [customer, contact, project] = [demoCustomers()[number - 1], demoContacts()[number - 1], projects[number]];
  if (customer === undefined || contact === undefined || project === undefined) throw new Error(`Nobody asks for customer ${number}`);
  return { name: customer.name, city: customer.city, address: customer.address.slice(customer.city.length), contact: contact.name, project };
};

const shanghai = ['周启航', '何佳宁', '许文博'] as const;
const zhuhai = ['罗一鸣'] as const;
const worn = (words: string) => ['COMPONENT', words] as const;
const loose = (words: string) => ['WIRING', words] as const;
const damp = (words: string) => ['ENVIRONMENT', words] as const;

export const troubles: readonly Trouble[] = [
  { customer: 1, model: 'MNS-0.4', serial: 'MNS25050011', fault: '3 号进线柜断路器频繁跳闸，复位后几分钟又跳', cause: worn('分励脱扣线圈绝缘下降，匝间短路'), remedy: '更换分励脱扣器并调整机构，分合闸试验三次正常', part: ['分励脱扣器', 'Emax E2N AC220V'], engineers: shanghai },
  { customer: 1, model: 'MNS-0.4', serial: 'MNS25050012', fault: '抽屉 A07 推不到工作位，该回路停电', cause: worn('抽屉联锁连杆变形，导轨缺润滑'), remedy: '更换联锁连杆，导轨清洁润滑，推拉十次到位', part: ['抽屉联锁连杆', 'MNS 8E/2'], engineers: shanghai },
  { customer: 1, model: 'KYN28A-12', serial: 'KYN25050003', fault: '柜顶母线室有异响，已减负荷运行', cause: loose('母线支持绝缘子固定螺栓松动'), remedy: '停电紧固母线螺栓至规定力矩，红外复测温升正常', engineers: shanghai },
  { customer: 2, model: 'KYN28A-12', serial: 'KYN25100021', fault: '综保装置报 CT 断线，现场读数异常', cause: loose('二次端子 X3-12 松动，接触电阻过大'), remedy: '紧固二次端子，校验三相电流采样，告警消失', engineers: shanghai },
  { customer: 2, model: 'KYN28A-12', serial: 'KYN25100021', fault: '断路器储能不到位，无法合闸', cause: worn('储能电机碳刷磨损，输出力矩不足'), remedy: '更换储能电机，机械特性测试合格', part: ['储能电机', 'ZYJ55-1 DC220V'], engineers: shanghai },
  { customer: 3, model: 'GGD-0.4', serial: 'GGD25050101', fault: '双电源切换后不返回，手动可切', cause: worn('切换控制器采样板失效'), remedy: '更换双电源控制器，自投自复试验五次正常', part: ['双电源控制器', 'ATS-C20'], engineers: shanghai },
  { customer: 3, model: 'GGD-0.4', serial: 'GGD25050102', fault: '电容补偿不投入，功率因数 0.82', cause: worn('第 3、4 路投切接触器触头烧蚀'), remedy: '更换两台投切接触器，功率因数恢复到 0.96', part: ['电容投切接触器', 'CJ19-43 AC220V'], engineers: shanghai },
  { customer: 7, model: 'YBM-10/0.4', serial: 'YBM24060004', fault: '箱变低压侧凝露严重，绝缘报警', cause: damp('电缆沟进水，加热除湿装置未投入'), remedy: '封堵电缆孔，更换加热器，绝缘恢复到 200 MΩ', part: ['柜用加热器', '150 W AC220V'], engineers: shanghai },
  { customer: 7, model: 'YBM-10/0.4', serial: 'YBM24060004', fault: '变压器温控仪无显示', cause: loose('温控仪电源熔断器座接触不良'), remedy: '更换熔断器座并紧固接线，温控仪显示正常', engineers: shanghai },
  { customer: 13, model: 'KYN28A-12', serial: 'KYN25070031', fault: '进线柜零序保护误动，循环水泵停机一次', cause: ['INSTALLATION', '零序互感器安装偏心，电缆屏蔽层未回穿'], remedy: '重新安装零序互感器并回穿屏蔽线，复核定值', engineers: shanghai },
  { customer: 17, model: 'MNS-0.4', serial: 'MNS25120044', fault: '洁净间配电柜漏电保护频繁动作', cause: loose('N 线与 PE 线在分箱内误接'), remedy: '改正接线，逐路测漏电流均小于 15 mA', engineers: shanghai },
  { customer: 17, model: 'MNS-0.4', serial: 'MNS25120045', fault: '柜门联锁失灵，合闸状态可开门', cause: worn('门锁机构弹簧断裂'), remedy: '更换门锁机构，联锁试验合格', part: ['柜门联锁机构', 'MNS-DL2'], engineers: shanghai },
  { customer: 24, model: 'MNS-0.4', serial: 'MNS25090061', fault: 'A 路 UPS 输入柜失电，负载已切 B 路', cause: worn('框架断路器失压脱扣器线圈开路'), remedy: '更换失压脱扣器，A 路恢复送电，切换试验正常', part: ['失压脱扣器', 'YU AC220V'], engineers: zhuhai },
  { customer: 24, model: 'PLC-200', serial: 'PLC25090014', fault: '智能仪表与动环系统通讯中断', cause: loose('485 总线终端电阻脱落'), remedy: '恢复终端电阻，通讯连续观察两小时正常', engineers: zhuhai },
  { customer: 23, model: 'PLC-200', serial: 'PLC25120002', fault: '控制柜触摸屏偶发黑屏，重启后恢复', cause: worn('24 V 开关电源输出纹波过大'), remedy: '更换开关电源，连续运行观察正常', part: ['开关电源', 'DC24V 10A'], engineers: zhuhai },
  { customer: 9, model: 'XGN15-12', serial: 'XGN23040006', fault: '环网柜负荷开关操作机构卡涩', cause: ['WEAR', '操作机构缺少保养，润滑脂干涸'], remedy: '检修操作机构并更换负荷开关弹簧，操作试验合格', engineers: shanghai, paid: true },
  { customer: 5, model: 'MNS-0.4', serial: 'MNS24090005', fault: '数控车间馈线柜二次插头烧黑', cause: ['WEAR', '插头长期过热氧化'], remedy: '更换二次插头组件，红外测温正常', engineers: shanghai, paid: true },
];

/** What people ask that needs no visit, and the answer. */
export const questions: readonly { readonly customer: number; readonly model: string; readonly serial: string; readonly asks: string; readonly answer: string }[] = [
  { customer: 2, model: 'KYN28A-12', serial: 'KYN25100021', asks: '后台显示柜内温度高报警，如何复位并调整报警值', answer: '指导客户在温控器菜单中查看实测值并复位；报警值出厂 45 ℃，建议保持不变' },
  { customer: 24, model: 'MNS-0.4', serial: 'MNS25090061', asks: '想把多功能表接入新的监控系统，请提供通讯点表', answer: '已发送 Modbus 点表和接线图，客户联调成功' },
  { customer: 3, model: 'GGD-0.4', serial: 'GGD25050101', asks: '照明回路接触器有嗡嗡声，是否需要停电处理', answer: '视频确认为铁芯极面积灰，客户电工清洁后声音消失' },
  { customer: 17, model: 'MNS-0.4', serial: 'MNS25120044', asks: '停电检修后双电源指示灯状态不明，请协助判断', answer: '电话指导核对转换开关位置，指示恢复正常' },
  { customer: 23, model: 'PLC-200', serial: 'PLC25120002', asks: '操作员忘记触摸屏密码，需要恢复', answer: '核实身份后远程指导恢复出厂密码并重新设置' },
];
