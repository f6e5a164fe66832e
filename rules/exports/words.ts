// Words of the plain text, for officers: formal, by the Terminology Guidelines. Beside the code because no page shows them.
import type { ReportTopic } from '../messages/contract.ts';
import type { Language } from '../policy/schema.ts';
import type { Report } from '../reporting/schema.ts';
import { deskWords } from '../reporting/ticket.ts';

export type DeskWords = {
  readonly heading: string;
  readonly additionHeading: string;
  readonly notVerified: string;
  readonly address: string;
  readonly removed: string;
  readonly shortened: string;
  readonly platform: string;
  readonly account: string;
  readonly profile: string;
  readonly title: string;
  readonly seen: string;
  readonly written: string;
  readonly category: string;
  readonly urgency: string;
  readonly words: string;
  readonly age: string;
  readonly country: string;
  readonly language: string;
  readonly rule: string;
  readonly reportId: string;
  readonly version: string;
  readonly hash: string;
  readonly before: string;
  readonly madeBy: string;
  readonly none: string;
  readonly yes: string;
  readonly topics: Readonly<Record<ReportTopic | 'not-sorted', string>>;
  readonly urgencies: Readonly<Record<Report['urgency'], string>>;
  readonly ages: Readonly<Record<NonNullable<Report['reporter']['ageBand']>, string>>;
};

const en: DeskWords = {
  heading: 'Report of a young person',
  additionHeading: 'Addition to a report of a young person',
  notVerified: 'Seen by a young person, not verified. No picture was taken, kept or attached.',
  address: 'Address',
  removed: 'Removed from the address',
  shortened: 'Address cut at 2048 characters',
  platform: 'Platform',
  account: 'Account',
  profile: 'Profile',
  title: 'Page title',
  seen: 'Seen',
  written: 'Written',
  category: 'Category',
  urgency: 'Urgency',
  words: 'In their own words',
  age: 'Age of the reporter',
  country: 'Country',
  language: 'Language',
  rule: 'Rule that matched',
  reportId: 'Report ID',
  version: 'Version',
  hash: 'SHA-256',
  before: 'Version before',
  madeBy: 'Made by',
  none: 'none',
  yes: 'yes',
  topics: { ...deskWords, 'not-sorted': 'not sorted yet' },
  urgencies: { now: 'immediate danger', soon: 'soon', info: 'for information' },
  ages: { under10: 'under 10', '10-13': '10 to 13', '14-17': '14 to 17', adult: 'adult' },
};
const ur: DeskWords = {
  heading: 'ایک کم عمر فرد کی رپورٹ',
  additionHeading: 'ایک کم عمر فرد کی رپورٹ میں اضافہ',
  notVerified:
    'یہ ایک کم عمر فرد نے دیکھا، تصدیق نہیں ہوئی۔ نہ کوئی تصویر لی گئی، نہ رکھی گئی، نہ ساتھ لگائی گئی۔',
  address: 'پتہ',
  removed: 'پتے سے نکالا گیا',
  shortened: 'پتہ 2048 حروف پر کاٹا گیا',
  platform: 'پلیٹ فارم',
  account: 'اکاؤنٹ',
  profile: 'پروفائل',
  title: 'صفحے کا عنوان',
  seen: 'دیکھنے کا وقت',
  written: 'لکھنے کا وقت',
  category: 'قسم',
  urgency: 'فوری نوعیت',
  words: 'بتانے والے کے اپنے الفاظ',
  age: 'بتانے والے کی عمر',
  country: 'ملک',
  language: 'زبان',
  rule: 'جو اصول لاگو ہوا',
  reportId: 'رپورٹ نمبر',
  version: 'نسخہ',
  hash: 'SHA-256',
  before: 'پچھلا نسخہ',
  madeBy: 'تیار کردہ',
  none: 'کوئی نہیں',
  yes: 'جی ہاں',
  topics: {
    csam: 'بچوں کے جنسی استحصال پر مبنی مواد',
    grooming: 'جنسی مقصد سے بچے کو ورغلانا (گرومنگ)',
    sextortion: 'بچے سے جنسی بنیاد پر بلیک میلنگ',
    cyberbullying: 'آن لائن تنگ کرنا، ہراسانی',
    hate: 'نفرت انگیز مواد',
    'self-harm': 'خود کو نقصان پہنچانا، خودکشی',
    violence: 'پرتشدد مواد، دھمکیاں',
    phishing: 'فشنگ، دھوکہ دہی',
    'identity-theft': 'کسی اور کے نام سے اکاؤنٹ، شناخت کی چوری',
    other: 'دیگر',
    'not-sorted': 'ابھی طے نہیں ہوئی',
  },
  urgencies: { now: 'فوری خطرہ', soon: 'جلد', info: 'اطلاع کے لیے' },
  ages: {
    under10: '10 سال سے کم',
    '10-13': '10 سے 13 سال',
    '14-17': '14 سے 17 سال',
    adult: 'بالغ',
  },
};

export const deskTexts: Readonly<Record<Language, DeskWords>> = { en, ur };
