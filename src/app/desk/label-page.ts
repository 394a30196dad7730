import { contracts, installed, products } from '../../../sheets-templates';
import { isRefusal, words, type Refusal } from '../../terms';
import type { MessagePage } from '../../ui/protocol';
import { refusalView } from '../../ui/view';
import type { Draft } from '../../ledger/draft';
import { labelFields } from '../forms';
import { readLink } from '../links';
import type { Ports } from '../ports';
import { readFor } from '../run-command';

type Known = Readonly<Partial<Record<(typeof labelFields)[number], string>>>;

/** What a label says: of a unit by its random token, of a project by a signed one. Nothing for a token that was revoked or never was. */
const knownBy = (ports: Ports, draft: Draft, label: string): Known => {
  const unit = label.length < 8 ? undefined : draft.where(installed, ({ qrToken }) => qrToken === label)[0];
  if (unit !== undefined) {
    return { modelText: draft.find(products, unit.productId)?.model ?? '', serialText: unit.serialNo, projectName: draft.find(contracts, unit.contractId)?.projectName ?? '', siteCity: unit.siteCity ?? '' };
  }
  const claims = readLink(ports, label, ports.now());
  return isRefusal(claims) || claims.page !== 'form' || claims.staffId !== '' ? {} : { projectName: draft.find(contracts, claims.objectId)?.projectName ?? '' };
};

/** The form's address with what is known filled in; without anything known the empty form. */
const addressFor = (place: { readonly address: string; readonly prefilled?: string | null }, known: Known): string => {
  if (place.prefilled === undefined || place.prefilled === null || Object.keys(known).length === 0) return place.address;
  return labelFields.reduce((url, field) => url.replace(`QR${field}`, encodeURIComponent(known[field] ?? '')), place.prefilled);
};

/** 10.2: the label on the cabinet opens the request form with model, serial, project and city; no customer, phone or address. */
export const labelPage = (ports: Ports, label: string): MessagePage => {
  const draft: Draft | Refusal = readFor(ports, [installed, products, contracts]);
  const { language } = ports.deployment();
  if (isRefusal(draft)) return refusalView(draft, language);
  const known = knownBy(ports, draft, label);
  const place = ports.form('intake');
  const named = labelFields.map((field) => known[field] ?? '').filter((text) => text !== '').join(' · ');
  return {
    page: 'message', language, tone: 'neutral', title: words('设备报修', 'Request service'),
    text: named === '' ? words('请打开报修表填写。', 'Please fill in the request form.') : words(`${named}。以上内容已为您填入报修表。`, `${named}. This is filled in for you on the request form.`),
    ...(place === null ? {} : { link: { label: words('打开报修表', 'Open the request form'), url: addressFor(place, known) } }),
  };
};
