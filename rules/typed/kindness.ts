// Whether words about to be sent may hurt somebody, or tell that the writer is hurting.
import type { TextFinding } from '../text/judge.ts';
import { plainText } from './plain.ts';
import { isSaidToHurt } from './unkind-words.ts';

/** "self-harm": the writer may need somebody. Help comes then, and nothing about how it was said. */
export type Tone = 'unkind' | 'self-harm';

const edge = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;
const words = (list: string): RegExp => new RegExp(`${edge}(?:${list})${end}|@\\p{L}`, 'iu');

/** Said to somebody, or of somebody: the second signal beside a model that is only fairly sure. */
const toSomebody = words(
  String.raw`you|u|ur|your|you're|youre|yall|he|she|his|her|him|they|them|tum|tu|tera|teri|tere|tumhar[aie]|tujhe|tumhe|aap|wo|woh|uski|uska|is ki|تم|تو|تیر[یاے]|تمہار[یاے]|تجھے|تمہیں|آپ|وہ|اس کی|اس کا|انت|أنت|إنت|انتي|أنتي|انتم|أنتم|هو|هي|يا|tu|toi|t'es|tes|ton|ta|te|vous|il|elle|tú|eres|vos|sos|usted|tu madre|él|ella|ты|тебя|тебе|твой|твоя|твою|вы|вас|он|она|его|её`,
);
/** Chinese is written without spaces. */
const toSomebodyInHan = /[你妳您他她]/u;

const ofOneself = words(
  String.raw`i|i'm|im|me|my|myself|mai|main|mein|mujhe|mera|meri|khud|khudkushi|میں|مجھے|میرا|میری|خود|أنا|انا|نفسي|أريد|اريد|je|j'ai|moi|me|mi|yo|quiero|я|мне|меня|себя|хочу`,
);
const ofOneselfInHan = /[我]|自己/u;
/** "Hurt yourself" is said to another one, whatever the model hears in it. */
const toldToDie =
  /(?:\bk ?y ?s\b|\bkill (?:your ?self|urself|yo?self)|\bgo (?:die|hang)|\bhang yourself|\bmar ja(?:o|a)?\b|\bjaa? ?k[ae]r? mar|مر جا|موت|روح موت|suicide[- ]toi|va mourir|m[aá]tate|mu[eé]rete|убей себя|сдохни|умри|去死|自杀吧)/iu;

/** Two signals, or one that is sure: the model's, or words said to somebody's face. `findings`: of this very text. */
export function toneOf(text: string, findings: readonly TextFinding[]): Tone | null {
  const plain = plainText(text);
  const levelOf = (kinds: readonly string[]): TextFinding['level'] | null => {
    const levels = findings.filter((finding) => kinds.includes(finding.of));
    return levels.some(({ level }) => level === 'clear') ? 'clear' : (levels[0]?.level ?? null);
  };
  const harm = levelOf(['self-harm']);
  const isTold = toldToDie.test(plain);
  const isOwn = ofOneself.test(plain) || ofOneselfInHan.test(plain);
  if (harm !== null && !isTold && (harm === 'clear' || isOwn)) return 'self-harm';
  const unkind = levelOf(['insult', 'hate']);
  // Said to a face: unkind without any model. It only asks a question; nothing is held back by it.
  if (unkind === 'clear' || isSaidToHurt(plain)) return 'unkind';
  const hasTarget = toSomebody.test(plain) || toSomebodyInHan.test(plain) || isTold;
  return (unkind !== null || harm !== null) && hasTarget && (unkind !== null || isTold)
    ? 'unkind'
    : null;
}
