import { words } from '../../terms';

/** The customer's duties on site and the request for true information. Shown before the tick. */
export const truthAndCooperation = words(
  '请如实填写：我们按您写的情况判断级别、准备配件和安排人员。上门时请您配合：允许进入现场，按规定办理停电许可，提供安全的作业位置，并安排一位现场联系人。',
  'Please tell us what is true: we judge the urgency, prepare parts and choose people by what you write. When we come, please help us: let us in, obtain the power-off permit where needed, give us a safe place to work, and name somebody on site.',
);

/** What personal data is collected, what for and for how long (10.1, 9.4 no. 5). */
export const privacyNotice = words(
  '姓名、电话、邮箱和地址只用于处理这次服务请求（联系您、上门、发货、回访），只有办理人员可以看到；服务结束后按公司规定的期限保存，到期删除或匿名。您可以随时联系售后客服查询、更正或删除。',
  'Your name, phone, mail and address are used only to handle this request (to contact and visit you, to ship parts, to ask how it went) and are seen only by those who handle it. They are kept for the period our rules set, then erased or made anonymous. You may ask our service desk to show, correct or delete them at any time.',
);

/** What people in danger must read first: a form is not an alarm. */
export const dangerFirst = words(
  '如有人员伤亡、触电、起火或爆炸，请先断电、撤离并拨打 119 / 120，然后直接拨打我们的服务热线。',
  'If anyone is hurt, or there is electric shock, fire or explosion: cut the power, leave, and call 119 / 120 first. Then phone our hotline.',
);
