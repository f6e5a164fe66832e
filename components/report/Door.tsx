import { countryName } from '@/components/page/formats.ts';
import { useServices, type Services } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { hoursIn } from '@/rules/help/hours-words.ts';
import type { Door as DoorFacts } from '@/rules/packs/doors.ts';

export type DoorProps = {
  readonly door: DoorFacts;
  /** Opens its form with the facts beside it; without a report it opens by itself. */
  readonly onForm?: ((mechanismId: string, url: string) => void) | undefined;
};

/** One place that takes it: its name, who reads it and in which country, what it asks for, and the ways in. */
export function Door({ door, onForm }: DoorProps) {
  const services = useServices();
  return (
    <div class="help-line">
      <p class="help-line-name">
        <bdi>{doorName(door, services)}</bdi>
      </p>
      <p class="soft small">{whoReadsWords(door, services)}</p>
      <ul class="door-notes soft small">
        {doorNotes(door, services).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Ways door={door} onForm={onForm} />
    </div>
  );
}

function Ways({ door, onForm }: DoorProps) {
  const { text } = useServices();
  const { id, webForm, website, phone, sms, whatsapp, email, chat } = door.mechanism;
  const site = webForm === undefined && phone === undefined ? website : undefined;
  return (
    <div class="row">
      {webForm !== undefined && (
        <LinkButton
          icon="external"
          href={webForm}
          {...(onForm && door.kind !== 'platform' && { onPress: () => onForm(id, webForm) })}
        >
          {text(door.kind === 'platform' ? 'doorSite' : 'byHandOpen')}
        </LinkButton>
      )}
      {phone !== undefined && (
        <LinkButton icon="phone" href={`tel:${dialled(phone)}`}>
          {text('lineCall', { number: phone })}
        </LinkButton>
      )}
      {sms !== undefined && (
        <LinkButton icon="message" href={`sms:${dialled(sms)}`}>
          {text('lineSms', { number: sms })}
        </LinkButton>
      )}
      {whatsapp !== undefined && (
        <LinkButton icon="chat" href={`https://wa.me/${whatsapp.replaceAll(/\D/g, '')}`}>
          {text('lineWhatsapp', { number: whatsapp })}
        </LinkButton>
      )}
      {typeof chat === 'string' && (
        <LinkButton icon="chat" href={chat}>
          {text('lineChat', { site: hostOf(chat) })}
        </LinkButton>
      )}
      {email !== undefined && (
        <LinkButton icon="mail" href={`mailto:${email}`}>
          <bdi lang="en">{breakable(email)}</bdi>
        </LinkButton>
      )}
      {site !== undefined && (
        <LinkButton icon="globe" href={site}>
          {text('lineSite', { site: hostOf(site) })}
        </LinkButton>
      )}
    </div>
  );
}

const doorName = (
  { mechanism: { operator, localName } }: DoorFacts,
  { language }: Pick<Services, 'language'>,
): string => (language === 'en' ? operator : (localName ?? operator));

/** "The police, in Pakistan." */
const whoReadsWords = (
  { kind, country }: DoorFacts,
  { text, language }: Pick<Services, 'text' | 'language'>,
): string =>
  country === 'ZZ'
    ? text(`doorAnywhere-${kind}`)
    : text(`door-${kind}`, { place: countryName(language, country) });

export function doorNotes(
  { mechanism, kind, nameNeeded, addressOnly }: DoorFacts,
  { text, language }: Pick<Services, 'text' | 'language'>,
): string[] {
  const { hours, stale, form } = mechanism;
  const notes = [
    form?.adult === true ? text('doorAdult') : nameNeeded === true && text('doorName'),
    nameNeeded === false && text('doorNoName'),
    addressOnly && kind !== 'helpline' && text('doorAddressOnly'),
    hours !== undefined &&
      (hours === '24/7'
        ? text('lineAlways')
        : text('lineHours', { hours: hoursIn(language, hours) })),
    stale && text('lineStale'),
  ];
  return notes.filter((note) => note !== false);
}

/** A long address breaks after its @ first. */
function breakable(email: string) {
  const at = email.indexOf('@') + 1;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}

export const dialled = (number: string): string => number.replaceAll(/[^\d+*#]/g, '');
const hostOf = (address: string): string =>
  (URL.parse(address)?.hostname ?? address).replace(/^www\./, '');
