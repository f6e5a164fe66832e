import { useServices } from '@/components/services.ts';
import type { ListView } from '@/rules/messages/replies.ts';

export type ListProgressProps = {
  readonly name: string;
  readonly work: NonNullable<ListView['work']>;
};

/** What is being done with a list, in words and as a bar. Where the size is not known the bar is only there. */
export function ListProgress({ name, work }: ListProgressProps) {
  const { text, language } = useServices();
  const percent = work.done === null ? null : Math.round(Math.min(1, Math.max(0, work.done)) * 100);
  const step = text(`listStep-${work.step}`);
  const amount =
    percent === null
      ? ''
      : new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100);
  return (
    <div class="bar">
      <span class="soft small">{step}</span>
      <span class="soft small">{amount}</span>
      <span
        class="bar-track"
        role="progressbar"
        aria-label={text('listProgress', { name })}
        aria-valuetext={`${step} ${amount}`.trim()}
        {...(percent !== null && {
          'aria-valuemin': 0,
          'aria-valuemax': 100,
          'aria-valuenow': percent,
        })}
      >
        {percent === null ? (
          <span class="bar-fill list-breathes" />
        ) : (
          <span class="bar-fill" style={{ inlineSize: `${percent}%` }} />
        )}
      </span>
    </div>
  );
}
