import { showInstant, words, type Instant, type Words } from '../../terms';
import type { Message } from '../../app/request';

export interface TravelFacts {
  readonly travelId: string;
  readonly orderId: string;
  readonly person: string;
  readonly mode: Words;
  readonly seatClass: string;
  readonly origin: string;
  readonly destination: string;
  readonly plannedDepart: Instant;
  readonly reason: string;
  readonly postHoc: boolean;
}

const facts = (travel: TravelFacts): NonNullable<Message['facts']> => [
  { label: words('申请号', 'Request'), value: travel.travelId },
  { label: words('派工单', 'Dispatch order'), value: travel.orderId },
  { label: words('人员', 'Traveller'), value: travel.person },
  { label: words('方式', 'Mode'), value: travel.mode },
  { label: words('行程', 'Route'), value: `${travel.origin} → ${travel.destination}` },
  { label: words('计划出发', 'Departure'), value: showInstant(travel.plannedDepart) },
];

/** N-24 to who decides. */
export const travelToDecide = (travel: TravelFacts): Omit<Message, 'actions'> => ({
  subject: words(
    `${travel.postHoc ? '待补批' : '待批'}：${travel.person} ${travel.mode.zh} ${travel.origin}→${travel.destination}`,
    `${travel.postHoc ? 'To ratify' : 'To decide'}: ${travel.person}, ${travel.mode.en}, ${travel.origin} → ${travel.destination}`,
  ),
  body: [
    words(`特殊情况说明：${travel.reason}`, `Reason: ${travel.reason}`),
    ...(travel.postHoc ? [words('行程已发生，按特急/紧急或市内用车的事后补批规则申请，将予标记。', 'The journey has been made; this is asked afterwards as the rules allow, and is flagged.')] : []),
  ],
  facts: facts(travel),
});

/** To the traveller, and for a plane to the technical support manager for information. */
export const travelDecided = (travel: TravelFacts, by: string): Message => ({
  subject: words(`已同意：${travel.mode.zh} ${travel.origin}→${travel.destination}`, `Approved: ${travel.mode.en}, ${travel.origin} → ${travel.destination}`),
  body: [words(`${by} 已同意此次出行方式。限本人、本线路、本方式，日期前后一日内有效。`, `${by} approved this mode of travel: for this person, route and mode, one day around the date.`)],
  facts: facts(travel),
});

/** N-15 to the traveller. */
export const travelRefused = (travel: TravelFacts, reason: string, by: string): Message => ({
  subject: words(`未同意：${travel.mode.zh} ${travel.origin}→${travel.destination}`, `Not approved: ${travel.mode.en}, ${travel.origin} → ${travel.destination}`),
  body: [words(`${by}：${reason}。未经批准的此类票价不能报销，请改乘硬座、硬卧或长途汽车。`, `${by}: ${reason}. Without approval such a fare is not paid; please take a hard seat, hard sleeper or coach.`)],
  facts: facts(travel),
});
