import type { Random } from './random';

/**
 * What people of a company write: for the demonstration, whose texts somebody reads. By what the question is about; the
 * first row that fits counts.
 */
const texts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/项目名称/, ['一期配电改造', '二号楼供电', '住院楼', '二期配电', '冷库扩建', '循环水站', '三号厂房']],
  [/型号|规格/, ['ABB Emax E2N 2000A', 'Schneider NSX250', 'CJ20-160 AC220V', '3150A 铜排附件', 'LZZBJ9-10 300/5']],
  [/物料|备件|品名|零件|名称.*件/, ['框架断路器', '分励脱扣器', '储能电机', '电流互感器', '抽屉主触头', '温湿度控制器', '熔断器熔芯', '微机保护装置', '浪涌保护器', '电容投切接触器']],
  [/根本|原因|为什么/, ['分励脱扣线圈老化，绝缘下降', '二次接线端子松动，振动后接触不良', '电缆沟进水，柜内受潮凝露', '负荷增容后未调整保护定值', '储能机构卡涩，润滑脂干涸', '用户侧电动机堵转，越级跳闸', '浪涌保护器失效，未及时更换']],
  [/建议|预防|改进/, ['建议每半年紧固一次母线连接螺栓并测温', '建议加装除湿机，柜门密封条更换', '建议备一套分励脱扣器', '建议复核上下级保护配合', '建议安排一次停电清扫']],
  [/措施|处理|过程|工作|经过|内容|完成|进展|消息/, ['更换分励脱扣器并调整机构，分合闸试验三次正常', '紧固二次端子，更换烧蚀的主触头，回路电阻合格', '清理凝露，更换加热器，绝缘电阻恢复到 200 MΩ', '复核保护定值并重新整定，带负荷运行两小时正常', '更换储能电机，机械特性测试合格', '隔离故障回路后恢复供电，待配件到货再行更换']],
  [/不合格|问题|故障|现象|异常/, ['运行中偶发跳闸，复位后可合闸', '抽屉摇不到试验位', '指示灯不亮，仪表无显示', '母线室有异响', '温升偏高，红外测得 78 ℃']],
  [/计划|安排|方案/, ['先与客户确认停电窗口，再拆检机构', '带齐脱扣器和触头，当日完成更换', '分两段停电，先检修进线柜', '到场后先测绝缘，再决定是否返厂']],
  [/理由|说明|依据|事由|目的/, ['客户生产线停产，需尽快恢复', '现场已停电，客户同意夜间施工', '备件到货比预计晚一天', '按合同在质保期内', '客户要求改到周末停电施工', '同城另有一台同型号设备需巡检']],
  [/意见|评价|反馈|备注|留言/, ['已电话确认', '客户表示满意', '请留意现场进出手续', '资料已存档', '照片见附件', '无']],
  [/地址|收货|地点/, ['工业园区星湖街 218 号仓库', '浦东新区金桥路 1288 号门卫转', '珠海斗门区井岸镇朝阳路 8 号']],
  [/姓名|签字|联系人|收件/, ['孙立平', '朱明哲', '钱卫东', '邵阳', '欧阳静', '甄美玲']],
  [/./, ['按现场情况处理，已与客户确认', '已核对铭牌和图纸', '与客户电工一起确认过', '等待客户回复停电时间']],
];

/** An answer to a question, long enough for it. */
export const plausibleText = (question: string, random: Random, minimum = 0): string => {
  const pool = texts.find(([about]) => about.test(question))?.[1] ?? [];
  let text = random.pick(pool);
  while (text.length < minimum) text = `${text};${random.pick(pool)}`;
  return text;
};

interface Report {
  readonly project: string;
  readonly model: string;
  readonly serials: readonly string[];
  readonly faults: readonly string[];
}

/** What customers of the demonstration company have, and what happens to it. Customers by their place in its list. */
const reports: readonly (Report & { readonly customer: number })[] = [
  { customer: 1, project: '一期配电改造', model: 'MNS-0.4', serials: ['MNS25050011', 'MNS25050012'], faults: ['3 号进线柜断路器频繁跳闸，复位后几分钟又跳', '抽屉 A07 推不到工作位，该回路停电', '柜顶母线室有焦味，已减负荷'] },
  { customer: 2, project: '二号楼供电', model: 'KYN28A-12', serials: ['KYN25100021'], faults: ['综保装置报 CT 断线，现场读数异常', '断路器储能不到位，无法合闸', '后台显示柜内温度高报警'] },
  { customer: 3, project: '住院楼', model: 'GGD-0.4', serials: ['GGD25050101', 'GGD25050102'], faults: ['双电源切换后不返回，手动可切', '照明回路接触器嗡嗡响', '电容补偿不投入，功率因数 0.82'] },
  { customer: 5, project: '二期配电', model: 'MNS-0.4', serials: ['MNS24090005', 'MNS24090006'], faults: ['数控车间馈线柜跳闸，四条线停产', '抽屉二次插头烧黑', '电流表指示不准'] },
  { customer: 7, project: '城北泵站', model: 'YBM-10/0.4', serials: ['YBM24060004'], faults: ['箱变低压侧进水，凝露严重', '2 号泵回路缺相', '变压器温控仪无显示'] },
  { customer: 9, project: '冷库扩建', model: 'XGN15-12', serials: ['XGN23040006'], faults: ['环网柜气压表指示偏低', '负荷开关操作机构卡涩', '带电显示器一相不亮'] },
  { customer: 11, project: '康复科', model: 'PHYSIO-300', serials: ['PHY3-24070015'], faults: ['超声头无输出，开机自检报 E07', '触摸屏下半部分没有反应', '治疗中自动断电'] },
  { customer: 13, project: '循环水站', model: 'KYN28A-12', serials: ['KYN25070031', 'KYN25070032'], faults: ['进线柜零序保护误动', '手车推入困难', '保护装置通讯中断'] },
  { customer: 16, project: '轨道检测车', model: 'XH-AUTO7', serials: ['AU7-25090019'], faults: ['车载供电单元输出电压波动', '上电后风扇不转，几分钟后保护'] },
  { customer: 17, project: '三号厂房', model: 'MNS-0.4', serials: ['MNS25120044'], faults: ['洁净间配电柜漏电保护频繁动作', '柜门联锁失灵'] },
  { customer: 20, project: '焊装车间', model: 'PXT-400', serials: [], faults: ['机器人工位动力箱跳闸', '动力箱门锁损坏，箱内积灰'] },
  { customer: 24, project: '横琴机房', model: 'MNS-0.4', serials: ['MNS25100031'], faults: ['A 路 UPS 输入柜失电，负载已切 B 路', '智能仪表与动环系统通讯中断'] },
  { customer: 25, project: '酒店配电房', model: 'GGD-0.4', serials: [], faults: ['全楼停电，总开关合不上', '厨房回路电缆头发热'] },
];

const customers: Readonly<Record<number, readonly [name: string, city: string, address: string, contact: string]>> = {
  1: ['上海东岸精密机械有限公司', '上海', '浦东新区金桥路 1288 号', '孙立平'], 2: ['上海虹云数据中心', '上海', '嘉定区安亭镇园区路 66 号', '朱明哲'], 3: ['杭州临江医院', '杭州', '钱塘区江东大道 199 号', '郭医工'],
  5: ['苏州恒泰精密有限公司', '苏州', '工业园区星湖街 218 号', '钱卫东'], 7: ['南京玄武水务公司', '南京', '玄武区中山门大街 9 号', '韩春生'], 9: ['宁波港北物流园', '宁波', '北仑区进港路 300 号', '邵阳'],
  11: ['北京西山康复医院', '北京', '海淀区香山南路 88 号', '白晓东'], 13: ['天津滨海化工园', '天津', '滨海新区大港路 50 号', '窦志强'], 16: ['郑州中原铁路器材厂', '郑州', '二七区京广路 18 号', '牛军'],
  17: ['武汉光谷半导体有限公司', '武汉', '东湖高新区光谷三路 101 号', '程思远'], 20: ['重庆两江汽车部件有限公司', '重庆', '渝北区龙溪路 36 号', '冉启明'], 24: ['珠海横琴数据中心', '珠海', '横琴新区环岛东路 99 号', '欧阳静'], 25: ['珠海斗门酒店', '珠海', '斗门区井岸镇朝阳路 8 号', '甄美玲'],
};

/** A request as a customer of the demonstration company writes it: answers by the beginning of their question. */
export const plausibleRequest = (random: Random): Readonly<Record<string, string>> => {
  const report = random.pick(reports);
  const [name, city, address, contact] = customers[report.customer] ?? ['', '', '', ''];
  return {
    客户名称: name, 联系人: contact, 联系电话: `1390000${2000 + report.customer}`, 邮箱: `contact${report.customer}@customers.example`, 设备所在城市: city, 设备地址: address, 项目名称: report.project,
    型号规格: report.model, 产品编号: report.serials.length === 0 ? '' : random.pick(report.serials), 服务类型: random.weighted(['维修', '技术咨询', '安装'], (type) => (type === '维修' ? 6 : 1)) ?? '维修', 故障现象: random.pick(report.faults),
  };
};
