import { useHelp } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';

/** Somebody to call: the first line for children that can be called, and nothing else about it. */
export function YoungCall() {
  const { text } = useServices();
  const help = useHelp();
  if (help === null) return null;
  const line = help.lines.find(({ phone }) => phone !== null);
  if (!line?.phone) return <p>{text('tellNoDoor')}</p>;
  const { href, text: number } = line.phone;
  return (
    <div class="help-line">
      <p class="help-line-name">
        <bdi>{line.label}</bdi>
      </p>
      <p class="soft">{text('youngCallWho')}</p>
      {line.stale && <p class="soft small">{text('lineStale')}</p>}
      <div class="row">
        <LinkButton icon="phone" href={href}>
          {text('lineCall', { number })}
        </LinkButton>
      </div>
    </div>
  );
}
