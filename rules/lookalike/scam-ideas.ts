// All ideas by which a page's words are known as a scam's: told by words, or by the shape of what is written.
import { createCueFinder, type CueFinder, type Cues, type Hit } from './cue-finder.ts';
import { cues } from './scam-cues.ts';
import { furtherCues, offerCues } from './scam-offers.ts';

const worded = { ...cues, ...offerCues };
/** Some are read off the raw text: signs, numbers and what stands beside what say them. */
export type Idea = keyof typeof worded | Shaped;
type Shaped = 'bigDiscount' | 'countdown' | 'spread' | 'handOver' | 'screen' | 'hush';
type Worded = keyof typeof worded;

const further: Readonly<Partial<Record<Worded, string>>> = furtherCues;

let ideasCache: CueFinder<Worded> | null = null;
/** Made at the first page that is read: it takes some milliseconds. */
export const findIdeas = (plain: string): Hit<Idea>[] =>
  (ideasCache ??= createCueFinder(allCues()))(plain);

function allCues(): Cues<Worded> {
  const names = Object.keys(worded) as Worded[];
  const all = names.map((name) => [name, `${worded[name]}|${further[name] ?? ''}`] as const);
  return Object.fromEntries(all) as Record<Worded, string>;
}

/** Seven tenths off and more. A dash before it, or a word for "off" after it: shares and marks are percentages too. */
const bigDiscount =
  /(?:-\s?[7-9]\d ?%)|(?:\b[7-9]\d ?(?:%|percent|فیصد|fisad) ?(?:off|discount|sale|de descuento|dto|de reduction|de réduction|de remise|скидк|خصم|تخفيض|رعایت|ڈسکاؤنٹ|discount|kam|折))|(?:скидк\p{L}* (?:до )?[7-9]\d ?%)|(?:(?:خصم|تخفيض\p{L}*) (?:يصل (?:الى|إلى) )?[7-9]\d ?%)|(?:[0-2](?:\.\d)?折)/iu;
/** A clock that runs down: hours, minutes and seconds, or minutes and seconds after a word for what is left. */
const countdown =
  /\b0?\d:[0-5]\d:[0-5]\d\b|(?:left|ends? in|expires? in|remaining|quedan?|restan?|termina en|expire dans|reste|осталось|через|متبقي|ينتهي|باقی|بچے|baqi|剩余|剩|仅剩|倒计时)\D{0,16}\d{1,2}:[0-5]\d\b/iu;
/** "Send it to ten friends": to how many is what nobody honest counts. */
const spread =
  /(?:share|send|forward|invite|compart\p{L}+|env[ií]a\p{L}*|reenv[ií]a\p{L}*|invita\p{L}*|partage\p{L}*|envoye\p{L}*|transf[eé]r\p{L}*|invite\p{L}*|отправь\p{L}*|перешли\p{L}*|поделит?\p{L}*|разошли\p{L}*|пригласи\p{L}*|شارك\p{L}*|أرسل\p{L}*|ارسل\p{L}*|ادع|شیئر|بھیج\p{L}*|bhej\p{L}*|分享|转发|邀请|发送)[^.!?。！？۔]{0,45}?(?:\b(?:[5-9]|\d{2,3})\b|[5-9](?=[个位名])|\d\d(?=[个位名])|\b(?:five|seven|ten|twelve|fifteen|twenty|cinco|diez|quince|veinte|cinq|dix|quinze|vingt|пяти|десяти|двадцати|пятью|десятью|paanch|das|bees)\b|خمسة|خمس|عشرة|عشر|عشرين|پانچ|دس|پندرہ|بیس|五|十|二十)[^.!?。！？۔]{0,25}?(?:friends|groups|contacts|people|chats|amig[oa]s|grupos|contactos|personas|amis|groupes|contacts|personnes|друз\p{L}+|групп\p{L}*|контакт\p{L}*|чат\p{L}*|أصدقاء|اصدقاء|صديق\p{L}*|مجموعات|مجموعة|جهات|دوستوں|دوست|گروپ\p{L}*|لوگوں|doston|dost|groups?|logon|好友|朋友|群)/iu;
/** The other way about, as Urdu says it: "ten friends … send". */
const spreadAfter =
  /(?:\b\d{1,2}\b|پانچ|دس|پندرہ|بیس|\b(?:paanch|das|pandra|bees)\b)\s(?:\S+\s){0,2}?(?:دوست\p{L}*|گروپ\p{L}*|لوگوں|doston|dost|groups?|logon|whatsapp groups?)\s(?:\S+\s){0,4}?(?:شیئر|بھیج\p{L}*|فارورڈ|share|bhej\p{L}*|forward)/iu;

/** "Only pay the shipping", "first pay …": money before what was promised. */
const feeFirst =
  /(?:\b(?:only|just|simply) (?:have to |need to )?(?:pay|cover|buy|send)\b|\bpay (?:only|just)\b|\b(?:pay|deposit|send|buy)\b[^.!?]{0,40}\b(?:first|in advance|upfront|before you)\b|\bfirst (?:pay|buy|deposit|send|top up)\b|\b(?:solo|sólo|únicamente) (?:tienes que |hay que )?pag\p{L}+|\bpag(?:a|ue|ar) (?:solo|sólo|primero|únicamente)|\bprimero (?:pag|compr|deposit)\p{L}+|por adelantado|\b(?:payez|paie|réglez|verse[zr]?|avancez) (?:juste|seulement|d'abord|uniquement)|seulement (?:payer|le transport|les frais)|juste les frais|d.avance|(?:оплат|внес)\p{L}+ только|только (?:оплат|внес|предоплат)\p{L}*|сначала (?:оплат|внес|перевед|купи)\p{L}*|залог|вперёд|заранее|(?:ادفع|دفع|ادفعي)[^.!?؟]{0,30}(?:أولا|أولًا|اولا|مقدما|مقدمًا|قبل|فقط)|فقط ادفع|عربون|(?:پہلے|صرف)[^۔!؟]{0,30}(?:فیس|جمع|ادا|ڈپازٹ|پیسے|رقم|خرید)|(?:فیس|رقم|پیسے) پہلے|\b(?:pehle|sirf)\b[^.!?]{0,30}\b(?:fees?|jama|ada|deposit|paise|raqam|khareed\p{L}*|advance)\b|\b(?:fees?|paise|raqam) pehle|(?:只需|仅需|先)(?:要)?[^。!?!?]{0,6}(?:付|交|缴|垫|充|转|买)|只收预付)/iu;
/** "Send me the code": a secret that is to be told to somebody. */
const secretWords =
  'password|passcode|pin|otp|cvv|cvc|(?:six|6|four|4)[- ]digits?|(?:verification |recovery |bank |sms )?codes?|card number|bank details|contraseña|clave|claves|código\\p{L}*|número de (?:tarjeta|cuenta)|datos bancarios|mot de passe|codes? |cryptogramme|numéro de carte|RIB|identifiants|парол\\p{L}*|пин|код\\p{L}*|номер\\p{L}* (?:карты|счёта|счета)|cvc|данные карты|كلمة (?:السر|المرور|مرورك)|الرقم السري|رمز|الرمز|كود|رقم (?:البطاقة|بطاقة|حسابك)|پاس ورڈ|پن|او ٹی پی|کوڈ|کارڈ نمبر|بینک کی تفصیل|密码|验证码|卡号|卡密|动态码|三位数字';
const handOver = new RegExp(
  `(?:(?:send|share|tell|give|read|text|enter|type|reply with|upload|env[ií]\\p{L}+|m[áa]nda\\p{L}*|d[ai]me|dinos|p[áa]sa\\p{L}*|ingres[ae]|introdu[zc]\\p{L}+|escrib[ae]|mete|pon|envo(?:ie|yez)\\p{L}*|donne\\p{L}*|entre[rz]?|saisi\\p{L}+|tape[rz]?|confirmez avec|при(?:шли|слать)\\p{L}*|продикт\\p{L}+|назов\\p{L}+|скинь|дай|введ\\p{L}+|ответьте|أرسل|ارسل|أعط\\p{L}*|اعط\\p{L}*|أدخل|ادخل|اكتب|اقرأ|جهز|输入|填写|发给|提供|回复)[^.!?。!?؟]{0,45}(?:${secretWords})|(?:${secretWords})[^.!?۔。؟]{0,25}(?:بتا\\p{L}*|بھیج\\p{L}*|لکھ\\p{L}*|درج|ڈال\\p{L}*|دے کر|دو\\b|发给|告诉|拍给))|\\b(?:otp|pin|password|code|card number|bank details|digit)\\b[^.!?]{0,25}\\b(?:bata\\p{L}*|bhej\\p{L}*|likh\\p{L}*|dal\\p{L}*|de kar|do)\\b`,
  'iu',
);
/** Whoever gives money back does not look at a screen for it. */
const screen =
  /any ?desk|team ?viewer|quick ?support|rust ?desk|(?:share|sharing) (?:your |the )?screen|comparta su pantalla|compartir pantalla|partage[zr]? (?:votre |ton )?écran|показ\p{L}* экрана|демонстраци\p{L}* экрана|شارك شاشتك|مشاركة الشاشة|سکرین شیئر|اسکرین شیئر|screen share|共享屏幕|远程软件/iu;
/** Secrecy before a gain. */
const hush =
  /(?:do not|don.t|never) tell (?:anyone|anybody|your)|keep (?:it|this) (?:a )?secret|no (?:le )?(?:digas|cuentes) a nadie|ne (?:le )?(?:dis|parle\p{L}*) (?:rien )?à personne|никому не (?:говори|рассказыва)\p{L}*|لا تخبر(?:وا)? أحد\p{L}*|کسی کو (?:مت|نہ) بتا\p{L}*|kisi ko (?:mat|na) bata\p{L}*|不要告诉|别告诉/iu;

/** Ideas that are in the shape of what is written. `raw`: not folded. */
export function shapedIdeas(raw: string): Idea[] {
  const isSpread = spread.test(raw) || spreadAfter.test(raw);
  return [
    ...(bigDiscount.test(raw) ? (['bigDiscount'] as const) : []),
    ...(countdown.test(raw) ? (['countdown', 'hurry'] as const) : []),
    ...(isSpread ? (['spread', 'chain'] as const) : []),
    ...(feeFirst.test(raw) ? (['feeFirst'] as const) : []),
    ...(handOver.test(raw) ? (['handOver'] as const) : []),
    ...(screen.test(raw) ? (['screen'] as const) : []),
    ...(hush.test(raw) ? (['hush'] as const) : []),
  ];
}
