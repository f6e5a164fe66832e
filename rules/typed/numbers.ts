// Numbers that belong to a person: phones, cards, accounts. A number that somebody calls an order, a price or a score is none.
import { luhn, rest } from './checksums.ts';

/** As written; "before": the words that lead up to it. */
export type Run = { readonly written: string; readonly plain: string; readonly before: string };

const mostRuns = 60;
const wordsBefore = 48;

/** Runs of digits with the marks people set between them. */
export function numbersIn(text: string): Run[] {
  const runs: Run[] = [];
  const pattern =
    /(?<![\p{L}\d])(?<![\d\p{L}][-./:_#])[+(]{0,2}\d(?:[ \u00a0.()\u2010-\u2013-]{0,3}\d){6,24}(?![\p{L}\d]|[-./:_][\p{L}\d])/gu;
  for (const match of text.matchAll(pattern)) {
    if (runs.length === mostRuns) break;
    const [written] = match;
    runs.push({ written, plain: written.replaceAll(/\D/g, ''), before: before(text, match.index) });
  }
  return runs;
}

export const before = (text: string, index: number): string =>
  text.slice(Math.max(0, index - wordsBefore), index);

/** What a number is when it is nobody's: shops, games, prices, files. Asked of the words just before it. */
const impersonal =
  /(?:(?<!\p{L})(?:orders?|tracking|track|parcel|invoice|receipt|ref(?:erence)?|sku|isbn|ean|barcode|serial|model|version|build|score|points?|xp|coins?|gems|robux|seed|level|high ?score|price|total|usd|rs|pkr|rupees|eur|transaction|trx|ticket|booking|pnr|flight|roll|room|lobby|game|server|friend|player|user|uid|match|code|views|likes|subs(?:cribers)?|followers|population|pi|equals|id|commande|facture|colis|prix|pedido|factura|precio|puntos|заказ\p{L}*|трек|счёт|цена|очк\p{L}*|order no|订单)|آرڈر|رسید|قیمت|سکور|اسکور|پوائنٹ\p{L}*|روپے|طلب|فاتورة|سعر|نقاط|订单号?|快递|价格|分数|得分|单号)\W{0,4}(?:(?:number|no|num|nr|id|is|was|of|numéro|número|номер|نمبر|رقم|号码?|:|#|№|=)\W{0,3}){0,3}$|[#$€£¥₹=×*/^]\s*$/iu;

/** Somebody says that it is a phone: then the shape may be any. */
const phoneName =
  /(?:\b(?:phone|mobile|cell|whats ?app|call|dial|text me|ring me|reach (?:me|us|him|her|you)|answering|my number|my num|my no|mera n(?:umber|o)|contact me|tel|t[eé]l[eé]phone|mon num[eé]ro|appelle[- ]moi|mi n[uú]mero|ll[aá]mame|m[oó]vil|tel[eé]fono|celular|number pe|number par|call karo)\b|номер телефона|мой номер|позвони|телефон|фон|میرا نمبر|فون|موبائل|واٹس|کال کر|رابطہ|رقمي|رقم هاتفي|هاتف|جوال|اتصل|واتس|电话|手机|手机号|号码是|打给我|微信)[^\d\n]{0,30}$/iu;

export const isImpersonal = (lead: string): boolean => impersonal.test(lead);
const isNamedPhone = (lead: string): boolean => phoneName.test(lead);

/** Shapes that nothing else has. Of the number without its marks, but with its plus. */
const phoneShapes: readonly RegExp[] = [
  // Pakistan's mobiles.
  /^(?:\+92|0092|92|0)0?3[0-6]\d{8}$/,
  // The world, with its plus: North America and Russia have ten digits after theirs.
  /^\+1[2-9]\d{2}[2-9]\d{6}$/,
  /^\+7[3489]\d{9}$/,
  /^(?:\+|00)(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])\d{7,11}$/,
  /^(?:\+|00)(?:2[1-689]|3[578]|42|5[09]|6[7-9]|85|88|96|97|99)\d{8,11}$/,
  // Russia from within, and China's mobiles.
  /^89\d{9}$/,
  /^1[3-9]\d{9}$/,
];
/** A number from within a country begins with 0, and is never shorter or longer than this. */
const nationalShape = /^0[1-9]\d{8,9}$/;
/** 212-555-0123, (212) 555-0123 */
const americanShape = /^(?:1[-. ])?\(?[2-9]\d{2}\)?[-. ]{1,2}[2-9]\d{2}[-.]\d{4}$/;
const dateOrAddress = /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,3}(?:\.\d{1,3}){3})$/;
export function isPhone({ written, plain, before: lead }: Run): boolean {
  if (dateOrAddress.test(written) || isImpersonal(lead) || /^(\d)\1+$/.test(plain)) return false;
  const dialled = written.includes('+') ? `+${plain}` : plain;
  if (phoneShapes.some((shape) => shape.test(dialled))) return true;
  if (nationalShape.test(dialled) || americanShape.test(written)) return !/0{6}$/.test(plain);
  return isNamedPhone(lead) && plain.length <= 15;
}

/** Issuers' first digits, and how long their numbers are. */
const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [16]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65|60|508|81|82)/, [16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^3(?:0[0-5]|[689])/, [14]],
  [/^62/, [16, 19]],
  [/^220[0-5]/, [16]],
  [/^(?:5018|5020|5038|6304|6759|676[1-3])/, [16, 18, 19]],
];

/** "My card # …": then any length that cards ever had. */
const cardName =
  /(?<!\p{L})(?:card|cards|carte|tarjeta|visa|mastercard|карт[аы]|کارڈ|بطاقة|银行卡|信用卡|卡号)(?!\p{L})[^\d\n]{0,24}$/iu;

export const isNamedCard = ({ plain, before: lead }: Run): boolean =>
  plain.length >= 12 && plain.length <= 19 && cardName.test(lead) && luhn(plain);

export function isCard(run: Run): boolean {
  const { written, plain, before: lead } = run;
  if (isNamedCard(run)) return true;
  const issuer = issuers.find(([first]) => first.test(plain));
  if (issuer === undefined || !issuer[1].includes(plain.length)) return false;
  if (
    /^(?:\+|00)/.test(written) ||
    (/(\d)\1{7}/.test(plain.slice(4)) && plain.endsWith('00000000'))
  )
    return false;
  return luhn(plain) && !isImpersonal(lead) && isGroupedAsCard(written);
}

/** Bare, in fours, or 4-6-5. */
const isGroupedAsCard = (written: string): boolean =>
  /^(?:\d+|\d{4}(?:[ -]\d{4}){2,3}(?:[ -]?\d{1,4})?|\d{4}[ -]\d{6}[ -]\d{4,5}|\d{6}[ -]\d{13})$/.test(
    written.replaceAll('\u00a0', ' '),
  );

/** ISO 13616: how long an account number is, by country. */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  'NO15 BE16 DK18 FI18 FO18 GL18 NL18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 MN20 CH21 HR21 LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 TL23 SO23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 FR27 GR27 IT27 MC27 MR27 SM27 DJ27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 SD18 SV28 BR29 EG29 PS29 QA29 UA29 BI27 FK18 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export function hasIban(text: string): boolean {
  for (const [found] of text.matchAll(
    /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,34}(?![\p{L}\d])/giu,
  )) {
    const plain = found.replaceAll(/[ -]/g, '').toUpperCase();
    const length = ibanLengths[plain.slice(0, 2)];
    // The words after a number look like more of it.
    const whole = plain.slice(0, length ?? 0);
    if (
      whole.length > 0 &&
      whole.length === length &&
      rest(whole.slice(4) + whole.slice(0, 4), 97) === 1
    )
      return true;
  }
  return false;
}
