// Makes a page's text ready for scam-anatomy.ts: sentences stay apart, numbers and sums are one word each, and what an honest page
// says that it does not do is left out.

const ends = /[.!?؟۔。！？…\n]+(?=\s|$|\p{sc=Han})|[。！？]/gu;
/** "We never ask for a fee", "do not share your PIN": whoever says so asks for neither. */
const denials = [
  /\b(?:never|nobody|no one|no bank|no office)\b[^.]{0,80}\b(?:ask|charge|request|share|give|send|tell|pay|call|need|guarantee|require|enter|install|demand|take|promise|want)/iu,
  /\b(?:do not|don.?t|does not|doesn.?t|will not|won.?t|are not|is not|cannot|not)\b[^.]{0,40}\b(?:ask (?:for|you|applicants|anyone)|charge|(?:share|give|send|enter|tell)\b[^.]{0,25}\b(?:pin|otp|password|code|card|money|details|cnic)|click|guarantee|pay (?:any|an? )|fall for|be fooled)|\b(?:charges?|costs?|pay)\b[^.]{0,25}\bnothing\b/iu,
  /\b(?:kabhi|hargiz)\b[^.]{0,60}\bnahi\p{L}*[^.]{0,20}\b(?:maang\p{L}*|poochh?\p{L}*|let[aie])|\b(?:kisi ko|kabhi|hargiz)\b[^.]{0,40}\b(?:pin|otp|password|code)\b[^.]{0,30}\b(?:na|mat|nahi)\b|\b(?:pin|otp|password|code|fees?|paise)\b[^.]{0,40}\b(?:nahi\p{L}* (?:maang\p{L}*|poochh?\p{L}*|lete|leti|liye)|na dein|na batayein|mat dein|mat batayein)/iu,
  /(?:کبھی|ہرگز|کوئی|بینک|ادارہ)[^۔]{0,70}(?:نہیں (?:مانگ|پوچھ|لیت|لی جات)|(?:مانگ|پوچھ)\p{L}* نہیں)|(?:فیس|پن|کوڈ|پاس ورڈ|او ٹی پی|رقم|پیسے|معلومات)[^۔]{0,30}(?:نہیں (?:مانگ|لیت|لی|پوچھ|ہے)|نہ دیں|نہ بتائیں|نہ بھیجیں|مت دیں|مت بتائیں|شیئر نہ)|کوئی فیس نہیں/u,
  /\b(?:nunca|jamás|nadie|no)\b[^.]{0,40}\b(?:pedi\p{L}*|pide\p{L}*|solicita\p{L}*|cobra\p{L}*|compart\p{L}*|facilite\p{L}*|d[ée] (?:su|tu)|garanti\p{L}*|pague|envíe\p{L}* (?:su|dinero))/iu,
  /\b(?:ne|n.)\s?(?:vous |te |lui )?(?:demand|communiqu|réclam|partag|donn|envoy|factur|garanti|cliqu|transmet)\p{L}*[^.]{0,20}\b(?:jamais|pas|aucun\p{L}*|personne)\b|\b(?:jamais|aucun\p{L}*|personne ne)\b[^.]{0,40}\b(?:demand|communiqu|réclam|factur|garanti)\p{L}*/iu,
  /(?:никогда|никому|ни с кем|не)\s(?![^.]*(?:родн|близк|родител|операци))[^.]{0,40}(?:сообщайте|просит|просим|просят|запрашива\p{L}*|спрашива\p{L}*|требу\p{L}*|передавайте|говорите|вводите|переводите|взима\p{L}*|берем|берём|гарантиру\p{L}*)/iu,
  /(?:لا|لن|ابدا|أبدا|أبدًا)\s[^.]{0,30}(?:نطلب|يطلب|تطلب|تشارك|تعط|تفصح|نتقاضى|تدفع|ترسل|تدخل|نضمن|نسأل|يسأل)/u,
  /(?:不会|绝不|从不|切勿|请勿|不要|不得|勿|无需|不收|不能)[^。]{0,16}(?:索要|要求|询问|收取|透露|告知|提供|转账|输入|泄露|点击|缴|支付|费|保证|轻信)/u,
  // "Report whoever asks for a deposit", "that is a scam": said of others.
  /\breport (?:any\p{L}*|an?|this|these|it)\b|\b(?:is|are) (?:a )?(?:scams?|frauds?|fake)\b|\b(?:denuncia|denuncie|es una estafa|son estafas)\b|\b(?:signalez|est une arnaque)\b|это (?:мошенники|обман|развод)|(?:dhoka|fraud) hai|(?:دھوکہ|دھوکا|فراڈ) ہے|\b(?:se|say|sey) bach(?:ein|en|na|o)\b|سے (?:بچیں|بچو|ہوشیار)|\b(?:beware of|watch out for|look out for|cuidado con|attention aux|m[ée]fiez)\b|осторожно[,:]? |остерегай|احذر|ہوشیار ر|خبردار|\bhoshiya?r\b|警惕|谨防|当心|举报|都是(?:骗|假|诈)|是诈骗/iu,
];

/** What is left is joined again, each sentence ended by a full stop. */
export function withoutDenials(raw: string): string {
  return raw
    .split(ends)
    .filter((sentence) => !denials.some((denial) => denial.test(sentence)))
    .join(' . ');
}

const figure = "\\d[\\d.,'٬٫ ]{0,12}";
const scale =
  '(?:\\s?(?:lakhs?|hazar|hazaar|thousand|mille|mil|тысяч\\p{L}*|ہزار|ألف|الف|آلاف|crores?|millions?|millones|млн|тыс|لاکھ|کروڑ|مليون|ملايين|万|亿))?';
const before = '(?:rs\\.?|pkr|usd|eur|gbp|inr|aed|sar|us\\$|[$€£₹₽¥₨]|روپے|mxn|ар)';
const after =
  '(?:[$€£₹₽¥₨]|rs\\b|pkr|usd|eur|rupees|rupay\\p{L}*|rupye|dollars?|euros?|pounds|dirhams?|riyals?|dólares|dolares|pesos|soles|roupies|dinars|рубл\\p{L}*|руб|долл\\p{L}*|евро|тенге|гривен|روپے|روپیہ|روپوں|ڈالر|ریال|درہم|ريال\\p{L}*|درهم\\p{L}*|دولار\\p{L}*|دينار\\p{L}*|جنيه\\p{L}*|يورو|ليرة|元|块|美元|欧元|人民币|万元|lakhs?\\b|crore\\b|hazaa?r\\b|ہزار|لاکھ|کروڑ|millions?\\b)';
const tiny = new RegExp(
  `(?:(?<![\\p{L}\\d])(?:rs\\.?|pkr|[$€£])\\s?[0-3](?:[.,]\\d\\d)?(?![\\d.,]*\\d))|(?:(?<![\\d.,])[0-3](?:[.,]\\d\\d)?\\s?(?:[$€£]|euros?\\b|dollars?\\b|rupees?\\b|рубл\\p{L}*|دولار|ريال|درهم|روپے|元|块))`,
  'giu',
);
const amount = new RegExp(
  `[两一二三四五六七八九十]+[百千万]+(?:元|块)?|(?<!\\p{L})(?:ایک|دو|پانچ|دس|بیس|پچاس|ek|do|das|bees|pachas) (?:ہزار|لاکھ|کروڑ|hazaa?r|lakh|crore)(?!\\p{L})|(?:ألف|الف|مئة|مليون) (?:دولار|ريال|درهم|دينار)|(?:(?<!\\p{L})${before}\\s?${figure}${scale})|(?:${figure}${scale}\\s?${after})`,
  'giu',
);
const fortune = /million|millones|млн|миллион|crore|کروڑ|ملايين|مليون|百万|千万|亿/iu;
const numerals =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|dos|tres|cuatro|cinco|seis|diez|doce|quince|veinte|deux|trois|quatre|cinq|dix|douze|quinze|vingt|teen|chaar|paanch|das|pandra|bees)\b|(?<!\p{L})(?:два|две|двух|двум|три|трех|трёх|трем|пять|пяти|десять|десяти|пятнадцать|двадцать|двадцати|تین|چار|پانچ|سات|آٹھ|دس|پندرہ|بیس|سو|[لب]?(?:ثلاثة|ثلاث|أربعة|اربعة|خمسة|خمس|سبعة|عشرة|عشر|عشرين))(?!\p{L})|[两三四五六七八九十]{1,2}(?=[个位名款分小天张])/giu;

/** "amt" for a sum, "tiny" before one of next to nothing, "9" for each number, "ǁ" where a sentence ends. */
export const marked = (raw: string): string =>
  raw
    .normalize('NFKC')
    // A single sign can become eighteen: see plainWords.
    .slice(0, 2 * raw.length)
    .replaceAll(tiny, ' tiny $&')
    .replaceAll(amount, (sum) => (fortune.test(sum) ? ' amt million ' : ' amt '))
    .replaceAll(ends, ' ǁ ')
    .replaceAll('%', ' percent ')
    .replaceAll(numerals, '9')
    .replaceAll(/(?<![\p{sc=Latin}\d])[\d٠-٩۰-۹]+(?:[.,:][\d٠-٩۰-۹]+)*(?![\p{sc=Latin}])/gu, ' 9 ');
