// What of a person's own stands in a text: which kinds, never which words. Precision first: a child who writes of an order
// or a score and is warned of a phone number learns to look past warnings.
import { idName, nationalIds } from './national-ids.ts';
import {
  before,
  hasIban,
  isCard,
  isImpersonal,
  isNamedCard,
  isPhone,
  numbersIn,
} from './numbers.ts';
import { tellsAddress, tellsSchool, tellsWhereabouts } from './places-said.ts';
import { plainText } from './plain.ts';

export const privateKinds = [
  'card',
  'national-id',
  'code',
  'phone',
  'address',
  'location',
  'school',
  'email',
] as const;
/** "card": a bank card or account. "code": a password, or a one-time code that is passed on. */
export type PrivateKind = (typeof privateKinds)[number];

/** Gravest first, each once. Total, whatever the text; reads its first 4,000 characters. */
export function findPrivate(text: string): readonly PrivateKind[] {
  const plain = plainText(text);
  return privateKinds.filter((kind) => finders[kind](plain));
}

const finders: Readonly<Record<PrivateKind, (plain: string) => boolean>> = {
  card: (plain) => hasIban(plain) || numbersIn(plain).some(isCard),
  'national-id': hasNationalId,
  code: (plain) => codes.some((code) => code.test(plain)),
  phone: (plain) =>
    numbersIn(plain).some((run) => isPhone(run) && !isCard(run)) && !isOnlyNationalId(plain),
  address: tellsAddress,
  location: tellsWhereabouts,
  school: tellsSchool,
  email: (plain) => [...plain.matchAll(mail)].some(([, name = '']) => !isOffice(name)),
};

function hasNationalId(plain: string): boolean {
  return nationalIds.some(({ shape, isValid, needsName }) =>
    [...plain.matchAll(shape)].some((match) => {
      const lead = before(plain, match.index);
      if (needsName === true ? !idName.test(lead) : isImpersonal(lead)) return false;
      const id = match[0].replaceAll(/[ .-]/g, '').toUpperCase();
      return isValid(id) && !isNamedCard({ written: id, plain: id, before: lead });
    }),
  );
}

/** "My CNIC is …" has digits in it that a phone could have too. */
const isOnlyNationalId = (plain: string): boolean =>
  hasNationalId(plain) &&
  numbersIn(plain).filter((run) => isPhone(run) && !idName.test(run.before)).length === 0;

const mail =
  /(?<![\p{L}\d._%+-])([\p{L}\d][\p{L}\d._%+-]{0,63})(?:@|\s?[([]\s?at\s?[)\]]\s?)(?:[\p{L}\d-]{1,63}\.){1,4}[\p{L}]{2,24}(?![\p{L}\d])|(?<![\p{L}\d._%+-])([\p{L}\d][\p{L}\d._%+-]{1,63})(?:@| at )(?:gmail|yahoo|hotmail|outlook|icloud|live|proton)(?:\s?(?:\.|dot|\(dot\))\s?(?:com|me|net))?(?![\p{L}\d])/giu;
const office =
  /^(?:info|support|help|contact|admin|no-?reply|press|service|sales|hello|office|team|customer\p{L}*|feedback|security|abuse|report|jobs|careers|privacy)\b/iu;
const isOffice = (name: string): boolean => office.test(name);

/** Codes of shops and games are no secrets: a word of signing in has to be there. */
const codes: readonly RegExp[] = [
  /\b(?:otp|verification code|verify code|security code|login code|log-?in code|sms code|confirmation code|one[- ]time (?:code|password|pin)|2fa(?: code)?|auth(?:entication|enticator)? code|whats ?app code|google code|code (?:they|it|he|she|u|you|google|whatsapp|instagram|snapchat|facebook|that came|i got|they sent)[^.\n\d]{0,20})[^.\n\d]{0,16}\b\d{3}[ -]?\d{1,5}\b/iu,
  /\b\d{4,8} (?:is|hai) (?:my|the|your|mera) (?:\p{L}+ )?(?:otp|verification code|security code|login code|code for (?:whats ?app|google|facebook|instagram))/iu,
  /\bG-\d{6}\b/u,
  /(?:او ٹی پی|تصدیقی کوڈ|ویریفکیشن کوڈ|ویری فکیشن کوڈ|رمز التحقق|كود التحقق|رمز التأكيد|验证码|код (?:подтверждения|из смс|из sms|доступа)|code de (?:vérification|confirmation|sécurité)|código de (?:verificación|confirmación|seguridad))[^.\n\d]{0,16}\d{3}[ -]?\d{1,5}(?!\d)/iu,
  /\b(?:my|the|mera|meri) (?:\p{L}+ )?(?:password|passcode|pass ?word|atm pin|card pin|pin code|pin) (?:is|=|:|hai) ?(?!(?:not|wrong|too|so|very|the|a|in|on|my|your|for|strong|weak|secret|really|incorrect|expired|forgotten|lost|same|safe|ok|long|short|private|none|hai|kya|nahi)\b)\S{4,}/iu,
  /\bpass(?:word)? ?[:=] ?\S{4,}/iu,
  /(?:میرا|میری) (?:پاس ?ورڈ|پن)(?: کوڈ)? (?!نہیں|بھول|غلط|کیا|ہے|بہت)[^\s]{4,} ?ہے/u,
  /(?:mon mot de passe (?:est|c'est)|mi contraseña es|мой пароль:?|كلمة (?:السر|المرور|سري)(?: هي| الخاصة بي)?|我的密码是?)[: -]{0,3}(?!(?:pas|trop|muy|no|не|слишком|очень|ليست)(?!\p{L}))(?=\S*\d)\S{4,}/iu,
];
