import { refuse, words, type Refusal, type Words } from '../terms';

/** What is made ready before leaving (R-270, prepChecklist of DispatchOrders). */
export const preparationItems = {
  analysis: words('分析问题与方案', 'Request analysed'),
  tools: words('工具仪器', 'Tools'),
  documents: words('图纸资料', 'Documents'),
  spares: words('备件', 'Spares'),
  safetyGear: words('安全防护用品', 'Safety gear'),
} as const satisfies Readonly<Record<string, Words>>;

export type PreparationItem = keyof typeof preparationItems;

export interface Preparation {
  readonly ticked: readonly string[];
  /** Why items without a tick are not needed. */
  readonly notNeededReason: string | null;
}

/** DP-8: every item ticked, or a reason why the rest is not needed. */
export const refusePreparation = ({ ticked, notNeededReason }: Preparation): Refusal | null => {
  const open = Object.entries(preparationItems).filter(([item]) => !ticked.includes(item)).map(([, label]) => label);
  if (open.length === 0 || notNeededReason !== null) return null;
  return refuse(
    'DP-8',
    `未勾选：${open.map(({ zh }) => zh).join('、')}。请准备好，或写明不需要的理由。`,
    `Not ticked: ${open.map(({ en }) => en).join(', ')}. Make them ready or say why they are not needed.`,
  );
};
