import './progress.css';
import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { ReportProgress } from '@/rules/messages/report-replies.ts';

const steps: readonly ReportProgress[] = ['received', 'read', 'done'];

export type ProgressProps = {
  readonly progress: ReportProgress;
  readonly busy: boolean;
  readonly onLookAgain: () => void;
};

/** How far the desk is with it: three steps, told by words and by shape, never by colour alone. */
export function Progress({ progress, busy, onLookAgain }: ProgressProps) {
  const { text } = useServices();
  const reached = steps.indexOf(progress);
  return (
    <section class="stack-tight" aria-label={text('progressLabel')}>
      <ol class="progress">
        {steps.map((step, at) => (
          <li
            key={step}
            class={at <= reached ? 'progress-step progress-reached' : 'progress-step'}
            aria-current={at === reached ? 'step' : undefined}
          >
            <span class="progress-mark">{at <= reached && <Icon name="check" />}</span>
            <span>{text(`progress-${step}`)}</span>
            {at > reached && <span class="progress-not-yet">{text('progressNotYet')}</span>}
          </li>
        ))}
      </ol>
      {progress !== 'done' && (
        <div class="row">
          <Button kind="plain" icon="refresh" busy={busy} onPress={onLookAgain}>
            {text('progressAgain')}
          </Button>
        </div>
      )}
      {progress === 'received' && <p class="soft small">{text('progressNote')}</p>}
    </section>
  );
}
