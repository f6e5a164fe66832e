import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';

import { sections, type Section } from './sections.ts';

export function SectionNav({ section, waiting }: { section: Section; waiting: number }) {
  const { text, language } = useServices();
  return (
    <nav class="sections no-print" aria-label={text('guardianSections')}>
      <ul>
        {sections.map(({ name, icon }) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === section ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{text(`section-${name}`)}</span>
              {name === 'requests' && waiting > 0 && (
                <span class="badge badge-care">
                  <span aria-hidden="true">{new Intl.NumberFormat(language).format(waiting)}</span>
                  <span class="visually-hidden">{text('requestsWaiting', { count: waiting })}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
