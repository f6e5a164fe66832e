import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';

import { usePacks } from '@/components/help/use-help.ts';
import { useQuickExit } from '@/components/help/use-quick-exit.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { answersInOrder } from '@/rules/forms/answers.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import { doorsFor, doorWithId } from '@/rules/packs/doors.ts';

import { CopyFacts } from './CopyFacts.tsx';
import { DangerFirst } from './DangerFirst.tsx';

export type SideCardProps = {
  readonly report: ReportState;
  /** Whose form was opened, if not the report's own route. */
  readonly mechanismId: string | null;
  /** The whole report, one press away. */
  readonly children: ComponentChildren;
};

/** Beside the official form: each answer ready to copy in that form's order. Nothing here sends anything. */
export function SideCard({ report, mechanismId, children }: SideCardProps) {
  const { text, now, band, language } = useServices();
  const packs = usePacks();
  const [more, setMore] = useState(false);
  // From the first moment, also before there is anything to see.
  useQuickExit(useLeaveAll(report));
  const id = mechanismId ?? (report.route.kind === 'form' ? report.route.mechanismId : null);
  if (packs === null) return null;
  const form = id === null ? null : doorWithId(packs, id, now());
  const operator = (language === 'en' ? null : form?.localName) ?? form?.operator ?? '';
  if (form === null || band === '5-8' || !hasAnswers(report)) return <>{children}</>;
  const about = { need: report.topic, band, now: now(), who: 'me', platform: null } as const;
  return (
    <div class="stack-loose" data-saathi="side-card">
      <Card>
        {/* The whole report begins with the number as well. */}
        {!more && <DangerFirst danger={doorsFor(packs, about).danger} onDanger={null} />}
        <p>{text('formKept')}</p>
        <h2 class="report-heading">{text('formHeading', { operator })}</h2>
        <p class="strong">{text('formNothingSent')}</p>
        {form.form?.adult === true && (
          <Notice tone="care">
            <p>{text('formAdult')}</p>
          </Notice>
        )}
        {form.form?.fill === true && <FillIn report={report} />}
        <CopyFacts facts={answersInOrder(report, form.form?.asks ?? [])} />
        <p class="soft">{text('formAfter')}</p>
        <Ways report={report} mechanismId={form.id} />
      </Card>
      {more ? (
        children
      ) : (
        <div class="row">
          <Button kind="plain" icon="report" onPress={() => setMore(true)}>
            {text('formMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What was taken back, or has left, has no answers to copy. */
const hasAnswers = ({ state }: ReportState): boolean =>
  state === 'by-hand' || state === 'undoable' || state === 'waiting' || state === 'refused';

function FillIn({ report: { reportId } }: { report: ReportState }) {
  const { text, ask, language } = useServices();
  const [busy, setBusy] = useState(false);
  const [filled, setFilled] = useState<readonly string[] | null>(null);
  const fill = async () => {
    setBusy(true);
    const answered = await ask('form.fill', { reportId });
    setBusy(false);
    setFilled(answered.ok ? answered.value.filled : []);
  };
  const facts = new Intl.ListFormat(language).format(
    (filled ?? []).map((key) => text(`reportFact.${key}`)),
  );
  return (
    <div class="stack-tight">
      <div class="row">
        <Button kind="main" icon="edit" busy={busy} onPress={() => void fill()}>
          {text('formFill')}
        </Button>
      </div>
      <p class="soft small">{text('formFillHint')}</p>
      {filled !== null && (
        <Notice tone={filled.length > 0 ? 'good' : 'calm'} live>
          <p>{filled.length > 0 ? text('formFilled', { facts }) : text('formFilledNone')}</p>
        </Notice>
      )}
    </div>
  );
}

/** Closes the form with the card. */
function useLeaveAll({ reportId }: ReportState): () => void {
  const { ask, leave } = useServices();
  return useCallback(() => {
    // A background that does not answer must not keep anybody here.
    void ask('form.close', { reportId }).then((answered) => {
      if (!answered.ok) leave();
    });
  }, [ask, leave, reportId]);
}

function Ways({ report, mechanismId }: { report: ReportState; mechanismId: string }) {
  const { text, ask } = useServices();
  const { reportId } = report;
  const leaveAll = useLeaveAll(report);
  return (
    <>
      <div class="row">
        <Button icon="external" onPress={() => void ask('form.open', { reportId, mechanismId })}>
          {text('formOpenAgain')}
        </Button>
      </div>
      <div class="row help-leave">
        <Button icon="door" onPress={leaveAll}>
          {text('helpLeave')}
        </Button>
        <span class="soft small">{text('leaveKeys')}</span>
      </div>
    </>
  );
}
