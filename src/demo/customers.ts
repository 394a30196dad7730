import { customerType, type Contact, type Customer } from '../../sheets-templates';
import { tableText } from '../terms';
import { cellsOf, codeIn, numbered } from './table-text';

/** Type, name, city, address, contact person. Cities of every lodging tier, and two where a hand decides. */
const customers = tableText(`
COMPANY|上海东岸精密机械有限公司|上海|浦东新区金桥路 1288 号|孙立平
COMPANY|上海虹云数据中心|上海|嘉定区安亭镇园区路 66 号|朱明哲
COMPANY|杭州临江医院|杭州|钱塘区江东大道 199 号|郭医工
COMPANY|杭州云溪纺织有限公司|杭州|萧山区建设三路 42 号|胡玉兰
COMPANY|苏州恒泰精密有限公司|苏州|工业园区星湖街 218 号|钱卫东
COMPANY|昆山明路电子有限公司|昆山|开发区前进东路 512 号|杜小军
COMPANY|南京玄武水务公司|南京|玄武区中山门大街 9 号|韩春生
COMPANY|无锡太湖新能源有限公司|无锡|新吴区锡士路 27 号|蒋文君
COMPANY|宁波港北物流园|宁波|北仑区进港路 300 号|邵阳
COMPANY|义乌商贸城管理公司|义乌|稠州北路 699 号|金小燕
COMPANY|北京西山康复医院|北京|海淀区香山南路 88 号|白晓东
COMPANY|北京永清轨道设备有限公司|北京|大兴区亦庄科创街 15 号|齐鸣
COMPANY|天津滨海化工园|天津|滨海新区大港路 50 号|窦志强
COMPANY|济南泉城水泥有限公司|济南|历城区工业北路 77 号|鲁庆
COMPANY|青岛海润食品有限公司|青岛|城阳区正阳路 200 号|宋海波
COMPANY|郑州中原铁路器材厂|郑州|二七区京广路 18 号|牛军
COMPANY|武汉光谷半导体有限公司|武汉|东湖高新区光谷三路 101 号|程思远
COMPANY|长沙湘江置业有限公司|长沙|岳麓区潇湘中路 55 号|易凡
COMPANY|成都天府会展中心|成都|高新区世纪城路 198 号|蒲文
COMPANY|重庆两江汽车部件有限公司|重庆|渝北区龙溪路 36 号|冉启明
COMPANY|西安雁塔中医院|西安|雁塔区小寨东路 21 号|雷芸
COMPANY|广州黄埔造船有限公司|广州|黄埔区港前路 188 号|梁伟
COMPANY|深圳南山智造有限公司|深圳|南山区科苑路 12 号|曾小敏
COMPANY|珠海横琴数据中心|珠海|横琴新区环岛东路 99 号|欧阳静
COMPANY|珠海斗门酒店|珠海|斗门区井岸镇朝阳路 8 号|甄美玲
DEALER|佛山顺通电气经销部|佛山|禅城区汾江南路 120 号|霍志明
DEALER|厦门鹭岛医疗器械有限公司|厦门|湖里区火炬路 45 号|洪佳
COMPANY|香港维港物业管理有限公司|香港|九龙尖沙咀广东道 30 号|Peter Lam
PERSON|李素芬|上海|徐汇区漕溪路 250 弄 6 号 302 室|李素芬
PERSON|王振华|珠海|香洲区柠溪路 77 号 1202 室|王振华
`);

const salesperson = 'ST-018';
const phone = (index: number): string => `1390000${String(2001 + index)}`;
const mail = (index: number): string => `contact${index + 1}@customers.example`;

export const demoCustomers = (): readonly Customer[] =>
  cellsOf(customers).map(([type, name = '', city = '', address = ''], index) => ({
    customerId: numbered('CU', index, 5), name, customerType: codeIn(customerType, type), address: city + address, city, phone: phone(index), email: null, wechat: null,
    salesOwner: type === 'PERSON' ? null : salesperson, localMarketing: null, surveyOptOut: false, consentAt: null, consentSource: null, piiStatus: 'ACTIVE', mergedInto: null,
    ticketCount: null, lastTicketAt: null, avgScore: null, openAr: null, notes: null, language: city === '香港' ? 'en' : 'zh-CN',
  }));

/** One contact a customer; every third one has given no mail address. */
export const demoContacts = (): readonly Contact[] =>
  cellsOf(customers).map(([, , , , name = ''], index) => ({
    contactId: numbered('CT', index, 5), customerId: numbered('CU', index, 5), name, role: 'REPORTER', phone: phone(index), email: index % 3 === 2 ? null : mail(index), active: true,
  }));
