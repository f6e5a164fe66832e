import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { HelpResource } from '@/rules/help/resources.ts';

/** For danger now: the number first, in words a child can repeat into a phone. */
export function Emergency({ resource }: { resource: HelpResource }) {
  const { text } = useServices();
  if (resource.phone === null) return null;
  return (
    <div class="emergency">
      <p>
        <span class="strong">{text('helpEmergency')}</span> <span>{text('helpEmergencyWho')}</span>
      </p>
      <LinkButton kind="main" icon="phone" href={resource.phone.href}>
        {text('helpCall', { number: resource.phone.text })}
      </LinkButton>
    </div>
  );
}
