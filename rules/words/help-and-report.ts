import type { HelpAndReportTexts } from '../messages/page-replies.ts';

/** Help and Report, the same words in warnings and cards. `say` knows the words of warnings. */
export const helpAndReport = (
  say: (key: string) => string,
  helpLines: HelpAndReportTexts['helpLines'],
): HelpAndReportTexts => ({
  help: say('warningHelp'),
  report: say('warningReport'),
  helpHeading: say('warningHelpHeading'),
  helpLines,
  helpBack: say('warningHelpBack'),
  reportDone: say('warningReportDone'),
  reportForm: say('warningReportForm'),
  reportUndo: say('warningReportUndo'),
  reportUndone: say('warningReportUndone'),
  reportFailed: say('warningReportFailed'),
});
