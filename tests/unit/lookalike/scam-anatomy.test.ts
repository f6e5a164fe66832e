import { expect, test } from 'vitest';

import {
  type Anatomy,
  partsOf,
  strengthOf,
  strongestBreath,
} from '@/rules/lookalike/scam-anatomy.ts';
import { marked } from '@/rules/lookalike/scam-sentences.ts';
import { readScamText } from '@/rules/lookalike/scam-text.ts';

const breath = 1200;
const anatomy = (text: string): Anatomy => strongestBreath([], partsOf(marked(text)), breath);
const read = (title: string, text: string, wants = false) =>
  readScamText({ title, description: '', text, buttons: ['OK'] }, wants);

test.each([
  ['lure', 'Rate hotels and take Rs 6,000 home each evening.'],
  ['lure', 'The ministry gives every student a free laptop.'],
  ['lure', 'Водительские права без экзамена за 5 дней.'],
  ['lure', '您的号码中奖,获得笔记本电脑。'],
  ['threat', 'Your mailbox will be deleted tonight.'],
  ['threat', 'Votre compte sera suspendu demain.'],
  ['threat', 'آپ کا اکاؤنٹ آج رات بند ہو جائے گا۔'],
  ['ask', 'Kindly send your passport and the 350 dollar fee.'],
  ['ask', 'Versez la caution par mandat avant la visite.'],
  ['ask', 'پہلے 1200 روپے ایزی پیسہ پر بھیجیں۔'],
  ['ask', 'أرسل الرابط إلى عشرة من أصحابك.'],
  ['push', 'Quedan 9 plazas.'],
  ['push', 'Offer sirf aaj raat tak.'],
  ['way', 'Keys come by courier.'],
  ['way', 'Gharwalon ko chupke se, kisi ko mat batayein.'],
  ['way', '房东在国外,不方便带看。'],
  ['lure', 'Our lawyers recover your lost coins, certain success.'],
  ['lure', 'Testez la console et gardez-la.'],
  ['threat', 'Your daughter is in hospital after an accident.'],
  ['threat', 'На вас оформляют кредит, деньги под угрозой.'],
  ['ask', 'Press F12 and paste the code.'],
  ['ask', 'Lend us your bank account and earn 15 percent.'],
  ['ask', '用妈妈的手机扫码付款。'],
  ['ask', 'اینٹی وائرس بند کریں۔'],
  ['ask', 'Разрешите приложению доступ к SMS.'],
  ['ask', 'Type the code that WhatsApp sends you.'],
  ['ask', 'Leave your number, a manager will ring.'],
  ['way', 'The phone is out of order.'],
  ['lure', 'Is it you in this video?'],
  ['lure', 'سرکاری نوکری بغیر ٹیسٹ۔'],
  ['way', 'Переписку удаляй, родителям говори, что гуляешь.'],
  ['open', 'Come and see it, or visit our office.'],
  ['open', 'You may lose what you put in.'],
  ['open', 'A parent must be there.'],
] as const)('a part of the family "%s": %s', (family, text) => {
  expect(anatomy(text)[family]).toBeGreaterThan(0);
});

test('"no cash on delivery" is nothing done in the open', () => {
  expect(anatomy('Cash on delivery all over Pakistan.').open).toBe(2);
  expect(anatomy('No cash on delivery, full advance.').open).toBe(0);
});

test('words that stand far apart make no part', () => {
  const between = 'The weather is fine. We walk along the river. '.repeat(3);
  expect(anatomy(`Rate hotels. ${between} Rs 6,000. ${between} Each evening.`).lure).toBe(0);
});

test('parts that are not in one breath do not come together', () => {
  const between = 'The weather is fine and we walk along the river. '.repeat(40);
  const text = `Take Rs 6,000 home each evening. ${between} Pay the deposit first to my account.`;
  expect(strengthOf(anatomy(text), { wants: false, isShort: false })).toBe('none');
});

const nothing: Anatomy = { lure: 0, threat: 0, ask: 0, push: 0, way: 0, open: 0 };
test.each([
  [{ lure: 2 }, 'none'],
  [{ ask: 3, push: 1 }, 'none'],
  [{ lure: 2, push: 1 }, 'none'],
  [{ lure: 1, ask: 1, push: 1 }, 'none'],
  [{ lure: 1, ask: 2, push: 1 }, 'likely'],
  [{ threat: 2, ask: 1, push: 1 }, 'likely'],
  [{ threat: 2, ask: 2, push: 1 }, 'likely'],
  [{ lure: 2, ask: 2 }, 'clear'],
  [{ lure: 1, ask: 2, way: 2 }, 'clear'],
  [{ threat: 2, ask: 3, push: 1 }, 'clear'],
  [{ lure: 2, ask: 2, open: 2 }, 'none'],
  [{ lure: 2, ask: 1, push: 1 }, 'clear'],
] as const)('%j is %s: one family is no sign, and several are', (found, strength) => {
  expect(strengthOf({ ...nothing, ...found }, { wants: false, isShort: false })).toBe(strength);
});

test.each([
  [
    'en',
    'Puppies for adoption',
    'They go to a loving home, you cover only the flight, 140 dollars by Zelle. We are abroad, so a nanny will bring them.',
  ],
  [
    'en',
    'Private notice',
    'My client died and left 8.4 million dollars with no will. Kindly send your passport and the 350 dollar affidavit cost. Keep this matter to yourself.',
  ],
  [
    'ur-Latn',
    'Matric ke number barhwayein',
    'Board mein hamare bande hain, bina imtihan. Aadhi raqam 8000 rupay pehle JazzCash karein. Sirf WhatsApp.',
  ],
  [
    'ur',
    'دبئی میں نوکریاں',
    'تعلیم ضروری نہیں، تنخواہ 3 لاکھ۔ میڈیکل کے 15 ہزار روپے پیشگی ایزی پیسہ کریں۔ صرف چند سیٹیں رہ گئی ہیں۔',
  ],
  [
    'ar',
    'وظائف بدون شهادة',
    'راتب 9000 ريال. المقابلة عبر الواتساب فقط. حوّل 200 ريال رسوم ملف على حساب المندوب. آخر يوم غدا.',
  ],
  [
    'fr',
    'Prêt pour tous',
    'De 2 000 à 80 000 € même fichés, réponse immédiate. Les frais de 190 € se règlent par coupon PCS avant le virement.',
  ],
  [
    'es',
    'Piso en Sol por 450 € al mes',
    'Vivo en Irlanda y no puedo enseñarlo. Haz la transferencia de dos meses y te mando las llaves por mensajería.',
  ],
  [
    'ru',
    'Права за 5 дней',
    'Водительские права без экзамена, занесём в базу. Половина суммы сразу криптой. Пишите в Telegram.',
  ],
  [
    'zh',
    '静安两居 2200元/月',
    '房东在国外,不方便带看。先付两个月房租和押金到我支付宝,钥匙快递给您。看的人多,先付先得。',
  ],
])('a story that no recipe tells is told by its parts (%s: %s)', (_, title, text) => {
  expect(read(title, text)).toMatchObject({ strength: 'clear', isTaught: false });
});

test.each([
  [
    'a warning',
    'Task jobs',
    'Police warn of a scam: victims were told to rate hotels, earn Rs 5,000 a day and deposit first. Two men were arrested.',
  ],
  [
    'a denial',
    'Data entry operator',
    'Salary Rs 35,000 a month, no experience needed. We never ask for a registration fee. Apply before 5 December.',
  ],
  [
    'what can be looked at first',
    '2-bed flat, £950 a month',
    "Viewings on Saturday. Deposit of five weeks' rent. Keys are handed over at our office on the day the contract starts.",
  ],
  [
    'a quotation in a question',
    'Is this a scam?',
    'They wrote that I won 12 lakh and should send 5,000 first. Answer: it is a scam, do not send money, report the fraud.',
  ],
  [
    'a warning in Urdu',
    'جعلی پیغامات سے ہوشیار رہیں',
    'لوگوں کو کہا جاتا ہے کہ آپ کا انعام نکلا ہے، پہلے فیس بھیجیں۔ یہ فراڈ ہے، دھوکہ نہ کھائیں۔',
  ],
  [
    'a warning in Chinese',
    '警惕刷单返利诈骗',
    '骗子让受害人垫付本金,加微信进群,日入三百。请拨打96110。',
  ],
])('%s is no scam', (_, title, text) => {
  expect(read(title, text)).toBeNull();
});
