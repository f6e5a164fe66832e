// One letter in, one document out, or the reason why that format can not hold it.
import type { Language } from '../policy/schema.ts';
import type { Letter } from '../reporting/schema.ts';
import { fail, ok, type Result } from '../result.ts';
import { exportFacts, type ExportFacts, type NoTime } from './facts.ts';
import { toIodef } from './iodef.ts';
import { toMisp } from './misp.ts';
import { toRt } from './rt.ts';
import { toScart, type NotScart } from './scart.ts';
import type { Sender } from './sender.ts';
import { toStix } from './stix.ts';
import { toText } from './text.ts';
import { toXarf, type NotXarf } from './xarf.ts';

export const exportFormats = ['xarf', 'iodef', 'misp', 'stix', 'scart', 'rt', 'text'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export type ExportOptions = {
  /** The organisation that passes it on; "xarf" and "iodef" do not go without. */
  readonly sender: Sender | null;
  /** Of Request Tracker. */
  readonly queue: string;
  /** Of the plain text. */
  readonly language: Language;
};
export type NotExported =
  | NoTime
  | NotXarf
  | NotScart
  /** An addition has neither address nor place: it follows its report, and goes to "rt" and "text" alone. */
  | { readonly reason: 'addition' | 'no-sender' };

export function exportTo(
  format: ExportFormat,
  letter: Letter,
  options: ExportOptions,
): Result<string, NotExported> {
  if (format === 'text') return ok(toText(letter, options.language));
  if (format === 'rt') return ok(json(toRt(letter, options.queue)));
  if (letter.schema !== 'child-report/1') return fail({ reason: 'addition' });
  const facts = exportFacts(letter);
  return facts.ok ? written(format, facts.value, options.sender) : facts;
}

function written(
  format: Exclude<ExportFormat, 'rt' | 'text'>,
  facts: ExportFacts,
  sender: Sender | null,
): Result<string, NotExported> {
  if (format === 'scart') return toScart(facts);
  if (format === 'misp') return ok(json(toMisp(facts)));
  if (format === 'stix') return ok(json(toStix(facts, sender)));
  if (sender === null) return fail({ reason: 'no-sender' });
  if (format === 'iodef') return ok(json(toIodef(facts, sender)));
  const xarf = toXarf(facts, sender);
  return xarf.ok ? ok(json(xarf.value)) : xarf;
}

const json = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
