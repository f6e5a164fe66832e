import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { HelpResource } from '@/rules/help/resources.ts';

/** For danger now: the number first, and what to say into the phone. null: no number we are sure of. */
export function Danger({ resource }: { resource: HelpResource | null }) {
  const { text } = useServices();
  const phone = resource?.phone ?? null;
  return (
    <div class="danger-now">
      <div class="danger-now-words">
        <h3>{text('dangerHeading')}</h3>
        <p>{text(phone === null ? 'dangerNoNumber' : 'dangerWhat')}</p>
      </div>
      {phone && (
        <LinkButton kind="main" icon="phone" href={phone.href}>
          {text('lineCall', { number: phone.text })}
        </LinkButton>
      )}
    </div>
  );
}
