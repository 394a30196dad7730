import { tableText } from '../src/terms';
import { adminLevel, lodgingTier } from './choices';
import type { City } from './reference';
import { cellsOf, codeIn } from './table-text';

/** Tier, administrative level, province, names without 市 (regulation 5.3; municipalities as capitals by AMB-28). */
const groups = tableText(`
T1|MUNICIPALITY|北京|北京
T1|MUNICIPALITY|上海|上海
T1|PROVINCIAL_CAPITAL|广东|广州
T1|PREFECTURE|广东|深圳
PC|MUNICIPALITY|天津|天津
PC|MUNICIPALITY|重庆|重庆
PC|PROVINCIAL_CAPITAL|河北|石家庄
PC|PROVINCIAL_CAPITAL|山西|太原
PC|REGION_CAPITAL|内蒙古|呼和浩特
PC|PROVINCIAL_CAPITAL|辽宁|沈阳
PC|PROVINCIAL_CAPITAL|吉林|长春
PC|PROVINCIAL_CAPITAL|黑龙江|哈尔滨
PC|PROVINCIAL_CAPITAL|江苏|南京
PC|PROVINCIAL_CAPITAL|浙江|杭州
PC|PROVINCIAL_CAPITAL|安徽|合肥
PC|PROVINCIAL_CAPITAL|福建|福州
PC|PROVINCIAL_CAPITAL|江西|南昌
PC|PROVINCIAL_CAPITAL|山东|济南
PC|PROVINCIAL_CAPITAL|河南|郑州
PC|PROVINCIAL_CAPITAL|湖北|武汉
PC|PROVINCIAL_CAPITAL|湖南|长沙
PC|REGION_CAPITAL|广西|南宁
PC|PROVINCIAL_CAPITAL|海南|海口
PC|PROVINCIAL_CAPITAL|四川|成都
PC|PROVINCIAL_CAPITAL|贵州|贵阳
PC|PROVINCIAL_CAPITAL|云南|昆明
PC|REGION_CAPITAL|西藏|拉萨
PC|PROVINCIAL_CAPITAL|陕西|西安
PC|PROVINCIAL_CAPITAL|甘肃|兰州
PC|PROVINCIAL_CAPITAL|青海|西宁
PC|REGION_CAPITAL|宁夏|银川
PC|REGION_CAPITAL|新疆|乌鲁木齐
OT|PREFECTURE|广东|珠海 佛山 东莞 中山 惠州 江门 汕头 湛江 肇庆
OT|PREFECTURE|江苏|苏州 无锡 常州 徐州 南通 扬州 盐城 泰州 镇江 淮安 连云港 宿迁
OT|PREFECTURE|浙江|宁波 温州 嘉兴 湖州 绍兴 金华 台州 舟山
OT|PREFECTURE|山东|青岛 烟台 潍坊 临沂 淄博 济宁 威海 东营 日照
OT|PREFECTURE|辽宁|大连 鞍山 营口
OT|PREFECTURE|福建|厦门 泉州 漳州
OT|COUNTY_LEVEL|江苏|昆山 常熟 张家港 江阴 太仓
OT|COUNTY_LEVEL|浙江|义乌 慈溪
OT|PREFECTURE|安徽|芜湖 蚌埠 马鞍山 安庆
OT|COUNTY_LEVEL|福建|晋江
OT|PREFECTURE|江西|赣州 九江
OT|PREFECTURE|河南|洛阳 开封 新乡 南阳
OT|PREFECTURE|湖北|宜昌 襄阳 十堰
OT|PREFECTURE|湖南|株洲 湘潭 岳阳 衡阳
OT|PREFECTURE|广西|柳州 桂林
OT|PREFECTURE|海南|三亚
OT|PREFECTURE|四川|绵阳 宜宾 德阳
OT|PREFECTURE|贵州|遵义
OT|PREFECTURE|云南|曲靖
OT|PREFECTURE|陕西|宝鸡 咸阳 榆林
OT|PREFECTURE|河北|唐山 保定 廊坊 秦皇岛 沧州 邯郸
OT|PREFECTURE|山西|大同
OT|PREFECTURE|内蒙古|包头 鄂尔多斯
OT|PREFECTURE|吉林|吉林
OT|PREFECTURE|黑龙江|大庆 齐齐哈尔
OT|PREFECTURE|甘肃|酒泉
OT|PREFECTURE|新疆|克拉玛依
MANUAL|SAR_TW|香港|香港
MANUAL|SAR_TW|澳门|澳门
MANUAL|SAR_TW|台湾|台湾 台北 高雄
`);

/** Other ways in which people write a city; a district that is known by its own name has its city's tier. */
const aliases = tableText(`
北京|Beijing
上海|Shanghai|沪|浦东|浦东新区
广州|Guangzhou
深圳|Shenzhen
珠海|Zhuhai
呼和浩特|呼市
哈尔滨|哈市
石家庄|石市
乌鲁木齐|乌市
香港|Hong Kong|香港特别行政区
澳门|Macau|Macao|澳门特别行政区
台湾|Taiwan|台湾省
天津|Tianjin
重庆|Chongqing
苏州|Suzhou
南京|Nanjing
杭州|Hangzhou
宁波|Ningbo
`);

/** Company cities of R-290. The rates read the setting `exp.company_cities`, which is dated; this flag is for people. */
const companyCities = ['上海', '珠海'];

/** The cities of 5.3 and those that a service team travels to most; any other name is OT and flagged. */
export const defaultCities = (): readonly City[] => {
  const otherNames = new Map(cellsOf(aliases).map(([city = '', ...names]) => [city, names]));
  return cellsOf(groups).flatMap(([tier = '', level = '', province = '', names = '']) =>
    names.split(' ').map((city): City => ({
      city, province, adminLevel: codeIn(adminLevel, level), lodgingTier: codeIn(lodgingTier, tier), isCompanyCity: companyCities.includes(city), aliases: otherNames.get(city) ?? null,
    })),
  );
};
