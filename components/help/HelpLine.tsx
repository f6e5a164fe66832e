import { useServices, type Services } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { HelpResource } from '@/rules/help/resources.ts';

/** One line that answers: its name, when, and every way to reach it. */
export function HelpLine({ resource, first = false }: { resource: HelpResource; first?: boolean }) {
  const { text } = useServices();
  const { phone, sms, whatsapp, website } = resource;
  return (
    <div class={first ? 'help-line help-line-first' : 'help-line'}>
      <p class="help-line-name">
        <bdi>{resource.label}</bdi>
      </p>
      <p class="soft small">{noteOf(resource, text)}</p>
      <div class="row">
        {phone && (
          <LinkButton kind={first ? 'main' : 'quiet'} icon="phone" href={phone.href}>
            {text('helpCall', { number: phone.text })}
          </LinkButton>
        )}
        {sms && (
          <LinkButton icon="message" href={sms.href}>
            {text('helpText', { number: sms.text })}
          </LinkButton>
        )}
        {whatsapp && (
          <LinkButton icon="chat" href={whatsapp.href}>
            {text('helpWhatsapp')}
          </LinkButton>
        )}
        {website && (
          <LinkButton icon={resource.hasChat ? 'chat' : 'globe'} href={website.href}>
            {text(resource.hasChat ? 'helpChat' : 'helpSite', { site: website.text })}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

/** "Free. Open now." and what else is known, in one line. */
function noteOf(resource: HelpResource, text: Services['text']): string {
  const always = resource.hours === '24/7';
  const notes = [
    resource.worldwide && text('helpWorldwide'),
    resource.free && text('helpFree'),
    always && text('helpAlways'),
    !always && resource.openNow === true && text('helpOpenNow'),
    !always && resource.openNow === false && text('helpClosedNow'),
    !always && resource.hours !== '' && text('helpHours', { hours: resource.hours }),
    resource.stale && text('helpStale'),
  ];
  return notes.filter((note) => note !== false && note !== null).join(' ');
}
