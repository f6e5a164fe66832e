// Whose page a page says it is. Only a title that is nothing but a name and words of signing in counts ("HBL Mobile Login"):
// a fan's forum, a shop and a newspaper name others all the time.
import { parentsOf } from '../hosts/match.ts';
import { registrableDomain } from '../hosts/registrable-domain.ts';
import { isInstitution } from '../risk/address-evidence.ts';
import { plainWords } from '../risk/plain-words.ts';
import type { BrandIndex } from './brand-index.ts';

/** Names that are written otherwise than in an address. The host is the one the brand table knows. */
const writtenNames: readonly (readonly [string, string])[] = [
  ['habib bank|hbl|hbl mobile|حبیب بینک|ایچ بی ایل', 'hbl.com'],
  ['united bank|ubl|ubl digital|یو بی ایل', 'ubldigital.com'],
  ['mcb|mcb bank|mcb live|ایم سی بی', 'mcb.com.pk'],
  ['meezan bank|meezan|میزان بینک', 'meezanbank.com'],
  ['bank alfalah|alfa|alfalah|بینک الفلاح', 'bankalfalah.com'],
  ['easypaisa|easy paisa|ایزی پیسہ', 'easypaisa.com.pk'],
  ['jazzcash|jazz cash|جاز کیش|جیز کیش', 'jazzcash.com.pk'],
  ['nadra|pak identity|نادرا', 'nadra.gov.pk'],
  [
    'bisp|benazir income support programme|ehsaas|8171|بینظیر انکم سپورٹ پروگرام|بے نظیر انکم سپورٹ|احساس پروگرام',
    'bisp.gov.pk',
  ],
  ['pta|pta dirbs|dirbs|پی ٹی اے', 'pta.gov.pk'],
  ['fbr|iris fbr|ایف بی آر', 'fbr.gov.pk'],
  ['lesco|لیسکو', 'lesco.gov.pk'],
  ['pakistan post|پاکستان پوسٹ', 'pakpost.gov.pk'],
  ['tcs|tcs express|ٹی سی ایس', 'tcsexpress.com'],
  ['leopards courier|leopards', 'leopardscourier.com'],
  ['jazz|jazz world|جاز', 'jazz.com.pk'],
  ['zong|زونگ', 'zong.com.pk'],
  ['telenor|ٹیلی نار', 'telenor.com.pk'],
  ['ufone|یوفون', 'ufone.com'],
  ['google|gmail|google drive|google docs|google account|گوگل|谷歌', 'google.com'],
  ['youtube|یوٹیوب', 'youtube.com'],
  ['facebook|meta|facebook business|meta business|فیس بک|فيسبوك', 'facebook.com'],
  ['instagram|انسٹاگرام|انستغرام|انستقرام|инстаграм', 'instagram.com'],
  ['whatsapp|whatsapp web|واٹس ایپ|واتساب', 'whatsapp.com'],
  ['telegram|телеграм|телеграмм', 'telegram.org'],
  ['tiktok|tik tok|ٹک ٹاک|تيك توك|抖音', 'tiktok.com'],
  ['snapchat|snap|سنیپ چیٹ|سناب شات', 'snapchat.com'],
  ['microsoft|microsoft 365|office 365|onedrive|sharepoint|microsoft office', 'microsoft.com'],
  ['apple|apple id|icloud|find my iphone|苹果', 'apple.com'],
  ['amazon|amazon prime|亚马逊', 'amazon.com'],
  ['netflix|نیٹ فلکس', 'netflix.com'],
  ['spotify|spotify premium', 'spotify.com'],
  ['paypal|贝宝', 'paypal.com'],
  ['steam|steam community|steam guard|стим', 'steamcommunity.com'],
  ['epic games|fortnite|epic', 'epicgames.com'],
  ['discord|discord nitro|дискорд', 'discord.com'],
  ['roblox|روبلوکس|روبلوكس|роблокс|罗布乐思', 'roblox.com'],
  ['minecraft|mojang|我的世界|майнкрафт', 'minecraft.net'],
  ['free fire|garena|garena free fire|فری فائر|فري فاير', 'garena.com'],
  ['pubg|pubg mobile|پب جی|ببجي', 'pubg.com'],
  ['dhl|dhl express', 'dhl.com'],
  ['usps|united states postal service', 'usps.com'],
  ['royal mail', 'royalmail.com'],
  ['correos', 'correos.es'],
  ['la poste', 'laposte.fr'],
  ['metamask', 'metamask.io'],
  ['trust wallet', 'trustwallet.com'],
  ['coinbase', 'coinbase.com'],
  ['binance', 'binance.com'],
  ['daraz|دراز', 'daraz.pk'],
];

const around = new Set(
  words(`log login logon in sign signin on to up your the a an my and of for please welcome account accounts official site website
    portal secure security online internet net mobile web app banking bank e digital id center centre help support service services
    verify verification verified verifying confirm confirmation update check checkup password pin otp code recovery recover unlock
    locked suspended alert notice payment payments billing pay card wallet community page free badge appeal form copyright business
    pakistan pk govt government session required continue restore streak registration register new drive docs document file
    received gift gifts you nitro centro de ayuda la el centre aide assistance soporte поддержка помощь compte connexion se connecter iniciar sesion cuenta acceso verificar verificacion seguridad вход войти аккаунт подтверждение
    безопасность проверка в на и الدخول تسجيل حساب حسابك تحقق تأكيد لاگ ان اکاؤنٹ تصدیق آن لائن موبائل بینکنگ اپنے کا کی میں کریں پن
    فارم رجسٹریشن پورٹل آفیشل سرکاری ادائیگی کارڈ 登录 账户 安全 验证 中心 官方 2024 2025 2026 365 24 7 s`),
);
function words(list: string): string[] {
  return list.split(/\s+/).map(plainWords);
}

const longestTitle = 80;

/** The host of the brand that a title claims; null where it claims none, or rightly. */
export function claimedName(host: string, title: string, brands: BrandIndex): string | null {
  if (title.length > longestTitle) return null;
  const parents = parentsOf(host);
  if (isInstitution(host) || parents.some((name) => brands.hosts.has(name))) return null;
  const plain = ` ${plainWords(title)} `;
  const named = names().find(({ name }) => plain.includes(` ${name} `));
  if (named === undefined) return null;
  const rest = plain.replaceAll(` ${named.name} `, ' ').split(' ');
  const others = rest.filter((word) => word !== '' && !around.has(word) && !isOfName(word));
  // "HBL" alone may stand for anything; "HBL login" does not.
  const isMore = rest.some((word) => word !== '');
  return others.length === 0 && isMore ? named.host : null;
}

/** A distinctive name as one part of somebody else's host: "telegram-premium.site". Fans have such hosts too, but ask for no codes. */
export function nameInHost(host: string, brands: BrandIndex): string | null {
  if (isInstitution(host) || parentsOf(host).some((name) => brands.hosts.has(name))) return null;
  const owner = registrableDomain(host);
  if (owner === null) return null;
  const named = host
    .slice(0, host.length - owner.length + owner.indexOf('.'))
    .split(/[.-]/)
    .map((part) => brands.byWord.get(part))
    .find((brand) => brand !== undefined && !brand.isPlain);
  return named?.host ?? null;
}

/** Words of every day that are names as well: in a longer title they say nothing. */
const plainNames = new Set(words('alfa apple epic jazz meta snap steam pta bisp 8171'));

/** A name anywhere in a title, of somebody else. Only for pages whose words are a scam's: others name whom they like. */
export function nameInTitle(host: string, title: string, brands: BrandIndex): string | null {
  if (title.length > longestTitle || isInstitution(host)) return null;
  if (parentsOf(host).some((name) => brands.hosts.has(name))) return null;
  const plain = ` ${plainWords(title)} `;
  const isNamed = ({ name }: Named): boolean =>
    !plainNames.has(name) && plain.includes(` ${name} `);
  return names().find(isNamed)?.host ?? null;
}

type Named = { readonly name: string; readonly host: string };
let namesCache: readonly Named[] | null = null;
let nameWordsCache: ReadonlySet<string> | null = null;

/** The longest first: "steam community" before "steam". */
const names = (): readonly Named[] =>
  (namesCache ??= writtenNames
    .flatMap(([list, host]) => list.split('|').map((name) => ({ name: plainWords(name), host })))
    .toSorted((left, right) => right.name.length - left.name.length));

const isOfName = (word: string): boolean =>
  (nameWordsCache ??= new Set(names().flatMap(({ name }) => name.split(' ')))).has(word);
