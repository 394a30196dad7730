import { skillCode, staffGroup, type Skill, type StaffMember } from '../../sheets-templates';
import { localDate, tableText } from '../terms';
import { cellsOf, codeIn, numbered, orNull } from './table-text';

/** The invented company's mail domain. */
export const demoDomain = 'xinghe-power.example';

/** Name, mailbox, roles, unit, group, base city, manager's number, skills, language. One or more people for every role. */
const people = tableText(`
沈志远|shen.zhiyuan|GM|总经办||上海|||
顾嘉慧|grace.gu|EDGM|总经办||上海|1||en
陆建国|lu.jianguo|DGM|总经办||上海|1||
方晓峰|fang.xiaofeng|TSM|技术支持部||上海|3||
林晓梅|lin.xiaomei|SUP|技术支持部|SERVICE|上海|4|PWR_REPAIR PWR_COMMISSION HV_SAFETY|
吴佳怡|wu.jiayi|CLK|技术支持部|SUPPORT|上海|5||
周启航|zhou.qihang|ENG|技术支持部|SERVICE|上海|5|PWR_INSTALL PWR_COMMISSION PWR_REPAIR HV_SAFETY|
何佳宁|he.jianing|ENG|技术支持部|SERVICE|上海|5|PWR_REPAIR AUTOMATION HV_SAFETY|
罗一鸣|luo.yiming|ENG|技术支持部|SERVICE|珠海|5|PWR_COMMISSION PWR_REPAIR HV_SAFETY|
邓子昂|deng.ziang|ENG|技术支持部|REPAIR|珠海|5|PHYSIO_REPAIR TRAINER|
许文博|xu.wenbo|ENG|技术支持部|REPAIR|上海|5|PHYSIO_REPAIR AUTO_REPAIR AUTOMATION|
郑雅琳|zheng.yalin|CS|技术支持部|CS|上海|4||
冯海涛|feng.haitao|OPS OPM|运营部||上海|3||
梁国强|liang.guoqiang|PRD PDM|生产部||珠海|3||
谢婉清|xie.wanqing|QA|质量部||珠海|3||
姚静|yao.jing|QM DCC|质量部||上海|3||
曹立新|cao.lixin|RD|研发部||上海|3||
马骏|ma.jun|SAL|营销部||上海|3||
唐慧敏|tang.huimin|FIN|财务部||上海|1||
潘璐|pan.lu|HR|人事行政部||上海|1||
`);

const seconded = ['许文博'];

const staffIdAt = (number: string): string => `ST-${number.padStart(3, '0')}`;

const member = (cells: readonly string[], index: number): StaffMember => {
  const [name = '', mailbox = '', roles = '', orgUnit = '', group = '', baseCity = '', manager = '', , language = ''] = cells;
  return {
    staffId: numbered('ST', index, 3), name, accountEmail: `${mailbox}@${demoDomain}`, phone: `1380000${String(1001 + index)}`, orgUnit,
    group: group === '' ? null : codeIn(staffGroup, group), employmentKind: seconded.includes(name) ? 'SECONDED' : 'DEDICATED', baseCity,
    managerId: manager === '' ? '' : staffIdAt(manager), active: true, joined: localDate('2022-03-01'), left: null, notifyChannels: ['EMAIL'],
    roles: roles.split(' '), language: language === 'en' ? 'en' : 'zh-CN', linkVersion: 1,
  };
};

/** The person who set the deployment up: administrator, with no business approvals (9.1). */
export const administrator = (staffId: string, accountEmail: string, roles: readonly string[]): StaffMember => ({
  staffId, name: '系统管理员', accountEmail, phone: '', orgUnit: '技术支持部', group: null, employmentKind: 'DEDICATED', baseCity: '上海', managerId: '',
  active: true, joined: null, left: null, notifyChannels: ['EMAIL'], roles, language: 'zh-CN', linkVersion: 1,
});

/** Twenty people and the owner of the deployment. */
export const demoStaff = (owner: string): readonly StaffMember[] => {
  const rows = cellsOf(people).map(member);
  return [...rows, administrator(numbered('ST', rows.length, 3), owner, ['ADM'])];
};

/** Licences for high voltage run out; the others do not. */
export const demoSkills = (): readonly Skill[] => {
  const held = cellsOf(people).flatMap((cells, index) => (orNull(cells[7]) ?? '').split(' ').filter((code) => code !== '').map((code) => ({ staffId: numbered('ST', index, 3), code: codeIn(skillCode, code) })));
  return held.map(({ staffId, code }, index) => ({
    skillId: numbered('SK', index, 4), staffId, skillCode: code, level: index % 3 === 0 ? 3 : 2,
    evidence: code === 'HV_SAFETY' ? '高压电工证' : '内部考核', validTo: code === 'HV_SAFETY' ? localDate('2027-06-30') : null,
  }));
};
