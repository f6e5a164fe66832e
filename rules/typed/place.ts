// Where words are typed: in front of others, or in a field that rightly asks for them.
import type { Body } from '../messages/contract.ts';
import type { PrivateKind } from './privacy.ts';

export type TypedPlace = Body<'typed.check'>['place'];
/** "known": a guardian or a list knows the site. "imitates": it looks like another one. */
export type Standing = 'known' | 'unknown' | 'imitates';

/** What a field says of itself, in the languages of pages: its label, name, placeholder, type, autocomplete. */
const placeWords: readonly (readonly [TypedPlace, RegExp])[] = [
  [
    'search',
    /\bsearch|\bquery\b|(?:^|\s)q(?:\s|$)|تلاش|ڈھونڈ|بحث|buscar|búsqueda|recherch|поиск|искать|搜索|搜尋|查找/iu,
  ],
  [
    'comment',
    /comment|\breply|\bpost\b|tweet|review|what'?s (?:on your mind|happening)|caption|discussion|تبصرہ|جواب|تعليق|ردّ?|comentari|respuesta|publicaci|réponse|publi(?:er|cation)|avis|коммент|ответ|отзыв|评论|回复|发帖|说点什么/iu,
  ],
  [
    'chat',
    /messag|\bchat|\bdm\b|type here|say something|whisper|پیغام|میسج|چیٹ|رسالة|دردش|mensaje|сообщени|чат|消息|聊天|发送/iu,
  ],
  [
    'profile',
    /\bbio\b|about (?:me|you|yourself)|display.?name|nick.?name|user.?name|screen.?name|\bprofile|\bstatus\b|\bintro\b|تعارف|پروفائل|نبذة|الملف الشخصي|descripción|perfil|profil|о себе|профил|简介|昵称|个人资料/iu,
  ],
];

/** The page's structure first; words where it says little. */
export const placeOf = (place: TypedPlace, hint: string): TypedPlace =>
  place === 'unknown' || place === 'form'
    ? (placeWords.find(([, words]) => words.test(hint))?.[0] ?? place)
    : place;

const asks: Readonly<Record<PrivateKind, RegExp>> = {
  card: /\bcc-|card.?(?:n|h)|credit|debit|iban|account.?n|کارڈ|بطاقة|tarjeta|carte|номер карты|карт[аы]|银行卡|卡号/iu,
  'national-id':
    /cnic|\bnic\b|\bssn\b|social.?security|national.?id|identity|\bid.?(?:card|number|no)\b|passport|tax.?id|شناختی|الهوية|هوية|\bdni\b|\bnif\b|\bnie\b|c[eé]dula|codice fiscale|паспорт|снилс|инн|身份证|证件/iu,
  code: /one-time-code|\botp\b|code|\bpin\b|verif|passw|کوڈ|رمز|كود|código|код|парол|验证码|密码/iu,
  phone:
    /\btel|phone|mobile|\bcell|whats.?app|contact.?n|فون|موبائل|هاتف|جوال|m[oó]vil|celular|portable|телефон|手机|电话/iu,
  address:
    /address(?!.?bar)|street|postal|\bzip\b|shipping|delivery|پتہ|پتا|ایڈریس|عنوان|direcci[oó]n|domicilio|adresse|адрес|улиц|地址/iu,
  location:
    /location|address|\bmaps?\b|where|destination|directions|from|مقام|الموقع|ubicaci[oó]n|destino|lieu|местоположени|маршрут|位置|地点|起点|终点/iu,
  school:
    /school|college|universit|institut|educat|سکول|کالج|مدرسة|escuela|colegio|école|collège|lycée|школ|учебн|学校/iu,
  email:
    /e-?mail|\brecipients?\b|(?:^|\s)(?:to|cc|bcc)(?:\s|$)|user.?name|login|sign.?in|ای ?میل|بريد|correo|courriel|почт|邮箱|邮件|账号/iu,
};
/** What nobody should find out, wherever it stands. */
const grave: ReadonlySet<PrivateKind> = new Set(['card', 'national-id', 'code']);

export type Where = {
  readonly place: TypedPlace;
  readonly standing: Standing;
  readonly hint: string;
};

/** Whether this kind of private words is worth a question here. */
export function isOutOfPlace(kind: PrivateKind, { place, standing, hint }: Where): boolean {
  if (place === 'search' || place === 'password') return false;
  if (place === 'chat' || place === 'comment' || place === 'profile')
    return !(place === 'profile' && kind === 'email' && asks.email.test(hint));
  if (standing !== 'known') return true;
  // A letter, homework, a form: people write addresses there all day. What is grave has to be asked for by the field.
  return grave.has(kind) && !asks[kind].test(hint);
}
