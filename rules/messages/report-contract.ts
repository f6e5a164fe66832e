// Reports, and the country packs they go by. No reply of any guardian message ever speaks of reports or help.
import * as z from 'zod/mini';

import { mostPackLength } from '../packs/limits.ts';
import { reportTopics } from '../reporting/topics.ts';
import { define } from './define.ts';
import type { Done } from './replies.ts';
import type * as Report from './report-replies.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const id = z.string().check(z.minLength(1), z.maxLength(64));
const nothing = z.strictObject({});
const oneReport = z.strictObject({ reportId: id });

const reporting = ['popup', 'blocked', 'report'] as const;

export const reportContract = {
  'report.file': define<Report.ReportState>()({
    from: ['popup', 'blocked'],
    /** The blocked page names the address it stands for; the popup reports its own window's active tab. */
    body: z.strictObject({ url: z.optional(text(65_536)) }),
  }),
  'report.add': define<Report.ReportState>()({
    from: reporting,
    body: z.strictObject({
      reportId: id,
      topic: z.optional(z.enum(reportTopics)),
      words: z.optional(text(500)),
      /** In danger now: such a report is never held back by a limit. */
      danger: z.optional(z.literal(true)),
    }),
  }),
  'report.undo': define<Report.ReportState>()({ from: reporting, body: oneReport }),
  'report.read': define<Report.ReportState>()({ from: reporting, body: oneReport }),
  /** Asks the desk what became of it, and for its messages. */
  'report.refresh': define<Report.ReportState>()({ from: reporting, body: oneReport }),
  /** What this popup was opened for: asked once, and forgotten with the answer. */
  'popup.opened': define<Report.PopupOpened>()({ from: ['popup'], body: nothing }),
  /** Takes back a report that has arrived, while nobody there has read it. */
  'report.withdraw': define<Report.ReportState>()({ from: reporting, body: oneReport }),
  /** A few words back to the desk. */
  'report.reply': define<Report.ReportState>()({
    from: reporting,
    body: z.strictObject({
      reportId: id,
      words: z.string().check(z.minLength(1), z.maxLength(500)),
    }),
  }),
  /** The report as a file, for who wants to keep it. */
  'report.copy': define<Report.ReportCopy>()({ from: reporting, body: oneReport }),
  /** Opens the official form in a tab, with the side card beside it. */
  'form.open': define<Done>()({
    from: reporting,
    body: z.strictObject({ reportId: id, mechanismId: z.optional(text(120)) }),
  }),
  /** Fills the text boxes of the form that form.open opened, where that is allowed; sends nothing. */
  'form.fill': define<Report.FormFilled>()({ from: ['popup'], body: oneReport }),
  /** Quick exit: an empty tab in the form's place, and the card is gone. */
  'form.close': define<Done>()({ from: ['popup'], body: oneReport }),
  'reports.read': define<Report.Reports>()({ from: ['report', 'mine'], body: nothing }),
  'reports.forget': define<Done>()({ from: ['report', 'mine'], body: oneReport }),

  /** Which edition of the family's country pack is in use. */
  'packs.read': define<Report.PackFacts>()({ from: ['options'], body: nothing }),
  /** A newer edition from a file: taken if a trusted key signed it, else refused with the reason. */
  'packs.import': define<Report.PackImported>()({
    from: ['options'],
    body: z.strictObject({ file: text(mostPackLength) }),
  }),
} as const;
