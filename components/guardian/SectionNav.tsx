import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';

import { sections, type Section } from './sections.ts';

export type SectionNavProps = {
  readonly section: Section;
  /** What waits for an answer in a room. */
  readonly waiting: Readonly<Partial<Record<Section, number>>>;
};

export function SectionNav({ section, waiting }: SectionNavProps) {
  const { text } = useServices();
  return (
    <nav class="sections no-print" aria-label={text('guardianSections')}>
      <ul>
        {sections.map(({ name, icon }) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === section ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{text(`section-${name}`)}</span>
              <Waiting count={waiting[name] ?? 0} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Waiting({ count }: { count: number }) {
  const { text, language } = useServices();
  if (count === 0) return null;
  return (
    <span class="badge badge-care">
      <span aria-hidden="true">{new Intl.NumberFormat(language).format(count)}</span>
      <span class="visually-hidden">{text('requestsWaiting', { count })}</span>
    </span>
  );
}
