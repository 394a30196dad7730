import { chargePolicy, productLine, type Product } from '../../sheets-templates';
import { tableText } from '../terms';
import { cellsOf, codeIn } from './table-text';

/** Code, line, model, name, default warranty in months (empty: none), policy, skills a job on it needs. */
const products = tableText(`
GGD04|POWER_DISTRIBUTION|GGD-0.4|低压固定式开关柜||WARRANTY_BASED|PWR_REPAIR
MNS04|POWER_DISTRIBUTION|MNS-0.4|低压抽出式开关柜||WARRANTY_BASED|PWR_REPAIR
KYN28|POWER_DISTRIBUTION|KYN28A-12|10 kV 中置式开关柜||WARRANTY_BASED|PWR_REPAIR HV_SAFETY
XGN15|POWER_DISTRIBUTION|XGN15-12|10 kV 环网柜||WARRANTY_BASED|PWR_REPAIR HV_SAFETY
YBM10|POWER_DISTRIBUTION|YBM-10/0.4|预装式箱式变电站||CONTRACT_TERMS|PWR_COMMISSION HV_SAFETY
PXT|POWER_DISTRIBUTION|PXT-400|动力配电箱||WARRANTY_BASED|PWR_INSTALL
PLC200|EQUIPMENT|XH-PLC200|配电监控装置|12|WARRANTY_BASED|AUTOMATION
PHY100|PHYSIO|PHYSIO-100|中频理疗仪|36|WARRANTY_BASED|PHYSIO_REPAIR
PHY300|PHYSIO|PHYSIO-300|超声理疗工作站|36|WARRANTY_BASED|PHYSIO_REPAIR
AUTO7|AUTO|XH-AUTO7|车载供电单元|24|WARRANTY_BASED|AUTO_REPAIR
`);

export const demoProducts = (): readonly Product[] =>
  cellsOf(products).map(([code = '', line, model = '', name = '', months = '', policy, skills = '']) => ({
    productId: `PR-${code}`, productLine: codeIn(productLine, line), model, name, defaultWarrantyMonths: months === '' ? null : Number(months),
    chargePolicy: codeIn(chargePolicy, policy), requiredSkills: skills.split(' '), active: true,
  }));
