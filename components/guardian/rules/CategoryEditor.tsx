import { useServices } from '@/components/services.ts';
import { categories, type Category, type Filter } from '@/rules/policy/schema.ts';

import type { ListsDesk } from '../lists/lists-desk.ts';
import { TopicMore } from '../lists/TopicMore.tsx';
import { ActionSelect } from './ActionSelect.tsx';

export type CategoryEditorProps = FilterEditorProps & { readonly lists: ListsDesk | null };
export type FilterEditorProps = {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly disabled?: boolean;
};

/** What most families ask about first stands first. */
const everyday = ['games', 'video', 'social', 'stranger-chat', 'shopping', 'dating'] as const;
const isEveryday = (category: Category): boolean =>
  everyday.some((everydayCategory) => everydayCategory === category);

export function CategoryEditor({ filter, onChange, lists, disabled = false }: CategoryEditorProps) {
  const { text } = useServices();
  const rows = (shown: readonly Category[]) => (
    <ul class="settings">
      {shown.map((category) => (
        <li key={category}>
          <ActionSelect
            label={text(`category-${category}`)}
            value={filter.categories[category]}
            disabled={disabled}
            onChange={(action) =>
              onChange({ ...filter, categories: { ...filter.categories, [category]: action } })
            }
          />
          <TopicMore category={category} action={filter.categories[category]} desk={lists} />
        </li>
      ))}
    </ul>
  );
  return (
    <div class="stack">
      <p class="soft">{text('rulesActionsMeaning')}</p>
      <h3>{text('rulesEverydayTopics')}</h3>
      {rows(everyday)}
      <h3>{text('rulesRiskyTopics')}</h3>
      {rows(categories.filter((category) => !isEveryday(category)))}
    </div>
  );
}
