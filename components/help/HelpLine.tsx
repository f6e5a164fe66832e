import { useServices, type Services } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { hoursIn } from '@/rules/help/hours-words.ts';
import type { HelpResource } from '@/rules/help/resources.ts';

/** One line that answers: its name, when, and every way to reach it. */
export function HelpLine({ resource, first = false }: { resource: HelpResource; first?: boolean }) {
  const services = useServices();
  const { text, band } = services;
  const { phone, sms, whatsapp, website, hasChat } = resource;
  // A page made for adults is no help to who can not read it, and the history would keep it.
  const site = band === '5-8' && phone !== null ? null : website;
  return (
    <div class={first ? 'help-line help-line-first' : 'help-line'}>
      <p class="help-line-name">
        <bdi>{resource.label}</bdi>
      </p>
      <p class="soft small">{notesOf(resource, services).join(' · ')}</p>
      <div class="row">
        {phone && (
          <LinkButton icon="phone" href={phone.href}>
            {text('lineCall', { number: phone.text })}
          </LinkButton>
        )}
        {sms && (
          <LinkButton icon="message" href={sms.href}>
            {text('lineSms', { number: sms.text })}
          </LinkButton>
        )}
        {whatsapp && (
          <LinkButton icon="chat" href={whatsapp.href}>
            {text('lineWhatsapp', { number: whatsapp.text })}
          </LinkButton>
        )}
        {site && (
          <LinkButton icon={hasChat ? 'chat' : 'globe'} href={site.href}>
            {text(hasChat ? 'lineChat' : 'lineSite', { site: site.text })}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function notesOf(
  resource: HelpResource,
  { text, language }: Pick<Services, 'text' | 'language'>,
): string[] {
  const { hours, openNow } = resource;
  const always = hours === '24/7';
  const notes = [
    resource.free === true && text('lineFree'),
    always && text('lineAlways'),
    !always && openNow === true && text('lineOpenNow'),
    !always && openNow === false && text('lineClosedNow'),
    !always && hours !== '' && text('lineHours', { hours: hoursIn(language, hours) }),
    resource.worldwide && text('lineWorldwide'),
    resource.stale && text('lineStale'),
  ];
  return notes.filter((note) => note !== false);
}
