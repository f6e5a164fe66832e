// Pages that ask "are you 18?" before they open. What stands on buttons counts; the word in a text alone is a text.
import type { Evidence } from './evidence.ts';
import { plainWords } from './plain-words.ts';

const longestButton = 60;
const textLookedAt = 3000;

/** Entering as an adult, said with an age: "I am 18 or older", "Мне есть 18 лет", "我已满18岁". */
const entersWithAge: readonly RegExp[] = [
  /\b(?:i am|im|i m|yes|enter|over|above|at least|older than)\b\D{0,24}\b(?:18|21)\b(?= ?$| ?\+| years?\b| yrs\b| or\b| and\b| enter\b)/,
  /\b(?:18|21)\+? ?(?:years? (?:old |of age )?)?or (?:older|over|above)\b/,
  /\b(?:18|21) ?\+? (?:enter|entrar|entrer)\b/,
  /\bi am (?:an adult|of legal age)\b/,
  /\b(?:jai|j ai|plus de|oui|je confirme|entrer)\b\D{0,24}\b18\b(?! ?\d)/,
  /\bje suis majeure?\b/,
  /\b(?:tengo|soy mayor de|si|mas de|mayor de|confirmo)\b\D{0,24}\b18\b(?! ?\d)/,
  /(?:мне|есть|старше|исполнилось|больше)\D{0,24}18|(?:я|мне) (?:уже )?совершеннолетн/,
  /(?:我)?(?:已|已经|年)?满 ?18|我已成年|18 ?岁以上.{0,6}(?:进入|进|是)|是的?.{0,6}18 ?岁/,
  /(?:عمري|ابلغ|فوق|اكبر من|نعم|تجاوزت)\D{0,24}18|انا بالغ/,
  /(?:میری عمر|میں|ہاں|جی ہاں)\D{0,24}18|میں بالغ ہوں/,
  /\b(?:meri umar|meri umr|main|mein|haan|han|ji haan)\b\D{0,24}\b18\b|\bmain b(?:a|aa)ligh? h(?:u|oo)n\b/,
];

const words = (list: string): ReadonlySet<string> => new Set(list.split('|').map(plainWords));
const enters = words(
  'enter|enter site|enter now|i agree enter|entrer|entrer sur le site|entrar|ingresar|войти|вход|войти на сайт|进入|进入网站|دخول|ادخل|داخل ہوں|اندر جائیں|dakhil hon|andar jayen',
);
const leaves = words(
  'leave|leave site|exit|exit site|no exit|get me out|take me back|i am under 18|im under 18|under 18|quitter|sortir|je quitte|salir|no salir|soy menor|soy menor de 18|уйти|покинуть|покинуть сайт|мне нет 18|离开|退出|离开网站|未满18岁|خروج|مغادرة|غادر|باہر جائیں|واپس جائیں|wapas jayen|bahar jayen',
);
/** On polls and banners too: only an answer where an age was asked. */
const refuses = words('no|non|нет|выйти|否|لا|نہیں|nahi');

/** "For adults only", said of this very page near its beginning. */
const saysAdultsOnly =
  /\badults? only\b|\b18 ?\+|\bover 18 only\b|\byou must be (?:at least |over )?(?:18|21)\b|\bage (?:verification|restricted)\b|\bexplicit\b|reserve(?:e|es)? aux (?:adultes|majeurs)|interdit aux (?:mineurs|moins de 18)|solo (?:para )?(?:adultos|mayores)|mayores de 18|только для взрослых|для лиц старше 18|仅限成人|成人内容|未满18|للكبار فقط|للبالغين فقط|صرف بالغ|صرف بڑوں|sirf baalig|sirf bar(?:h|r)?on/;

export type GateFacts = {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
};

/** A door that asks, with a way out beside it, warns by itself; a lone button may be a survey's consent, and only supports. */
export function ageGateEvidence({ title, text, buttons }: GateFacts): Evidence[] {
  const labels = buttons.filter((label) => label.length <= longestButton).map(plainWords);
  const asksAge = labels.some((label) => entersWithAge.some((pattern) => pattern.test(label)));
  const hasWayOut = labels.some((label) => leaves.has(label) || (asksAge && refuses.has(label)));
  if (!asksAge && !(hasWayOut && labels.some((label) => enters.has(label)))) return [];
  const isForAdults = saysAdultsOnly.test(plainWords(`${title} ${text.slice(0, textLookedAt)}`));
  if (!asksAge && !isForAdults) return [];
  const isWhole = hasWayOut || isForAdults;
  return [{ topic: 'adult', source: 'gate', weight: isWhole ? 3 : 2, sign: 'riskGate' }];
}
