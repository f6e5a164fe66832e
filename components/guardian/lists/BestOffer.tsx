import { useServices } from '@/components/services.ts';
import { Switch } from '@/components/ui/Switch.tsx';
import type { ListView } from '@/rules/messages/replies.ts';

import { hostOf, sizeName } from './list-words.ts';
import { isChosen, withCatalogueList, type ListsDesk } from './lists-desk.ts';

const hoursOfDay = 24;

/** Beside the first list that is about to be fetched, the one by which lists close no good site by mistake. */
export function BestOffer({ list, desk }: { list: ListView; desk: ListsDesk }) {
  const { text, language } = useServices();
  const best = desk.known?.lists.find(
    ({ category, origin }) => category === null && origin === 'catalogue',
  );
  if (best === undefined || best.isOn || firstNew(desk, best) !== list.id) return null;
  const size = best.sizeBytes === null ? '' : sizeName(language, best.sizeBytes);
  return (
    <Switch
      label={text('bestOffer', { size })}
      hint={text('bestOfferWhy', {
        name: best.maintainer,
        host: hostOf(best.url),
        count: Math.round(best.refreshHours / hoursOfDay),
      })}
      checked={isChosen(desk.chosen, best)}
      disabled={desk.readOnly}
      onChange={(wanted) => desk.choose(withCatalogueList(desk.chosen, best.id, wanted))}
    />
  );
}

/** Of the lists that saving would have fetched, the first: one offer is enough. */
function firstNew({ chosen, known }: ListsDesk, best: ListView): string | undefined {
  const isSaved = (id: string): boolean =>
    known?.lists.some((list) => list.id === id && list.isOn) === true;
  const ids = [...chosen.catalogue, ...chosen.own.map(({ id }) => id)];
  return ids.find((id) => id !== best.id && !isSaved(id));
}
