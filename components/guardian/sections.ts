// The rooms of the guardian area. The address names the room, so that other pages can link to one.
import { useEffect, useState } from 'preact/hooks';

import type { IconName } from '@/components/icons/shapes.ts';

export const sections = [
  { name: 'today', icon: 'sun' },
  { name: 'requests', icon: 'ask' },
  { name: 'rules', icon: 'list' },
  { name: 'children', icon: 'child' },
  { name: 'growing', icon: 'grow' },
  { name: 'guides', icon: 'heart' },
  { name: 'journal', icon: 'book' },
  { name: 'settings', icon: 'settings' },
] as const satisfies readonly { readonly name: string; readonly icon: IconName }[];
export type Section = (typeof sections)[number]['name'];

const sectionIn = (hash: string): Section =>
  sections.find(({ name }) => `#${name}` === hash)?.name ?? 'today';

export function useSection(): Section {
  const [section, setSection] = useState(() => sectionIn(window.location.hash));
  useEffect(() => {
    const follow = () => {
      setSection(sectionIn(window.location.hash));
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    // The address may have changed between the first drawing and this moment.
    setSection(sectionIn(window.location.hash));
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return section;
}
