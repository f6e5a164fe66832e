// The lists as they are and as this page would have them: chosen in the draft of the policy, saved with it.
import { useEffect, useState } from 'preact/hooks';

import { useReply } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import type { Refused } from '@/rules/messages/contract.ts';
import type { Lists, ListView } from '@/rules/messages/replies.ts';
import type { Lists as ChosenLists } from '@/rules/policy/schema.ts';

import type { PolicyDesk } from '../use-policy.ts';

export type ListsDesk = {
  /** What the background knows; null: it did not answer yet. */
  readonly known: Lists | null;
  /** What the policy would hold. */
  readonly chosen: ChosenLists;
  readonly choose: (chosen: ChosenLists) => void;
  readonly readOnly: boolean;
  /** Why it was refused; null: it is being looked for. */
  readonly refresh: (id: string) => Promise<Refused | null>;
};

const none: ChosenLists = { catalogue: [], own: [], feeds: [] };
const whileWorkingMs = 1500;
const otherwiseMs = 30_000;

export function useListsDesk({ policy, edit, readOnly, saving }: PolicyDesk): ListsDesk {
  const { ask } = useServices();
  const [working, setWorking] = useState(false);
  const { value, reload } = useReply('lists.read', working ? whileWorkingMs : otherwiseMs);
  const isWorking = value?.lists.some(isUnderWay) ?? false;
  useEffect(() => setWorking(isWorking), [isWorking]);
  const isSaved = saving.kind === 'saved';
  useEffect(() => {
    if (isSaved) void reload();
  }, [isSaved, reload]);
  return {
    known: value,
    chosen: policy.lists ?? none,
    choose: (chosen) => {
      const { lists: _before, ...rest } = policy;
      edit(isEmpty(chosen) ? rest : { ...rest, lists: chosen });
    },
    readOnly,
    refresh: async (id) => {
      const answered = await ask('lists.refresh', { id });
      await reload();
      return answered.ok ? null : answered.failure;
    },
  };
}

/** Being worked on, or about to be: it was turned on, and nothing is known of it yet. */
const isUnderWay = ({ isOn, work, state, origin }: ListView): boolean =>
  work !== null || (isOn && origin !== 'starter' && state === null);

const isEmpty = ({ catalogue, own, feeds }: ChosenLists): boolean =>
  catalogue.length + own.length + feeds.length === 0;

/** With one list of the catalogue turned on or off. */
export const withCatalogueList = (chosen: ChosenLists, id: string, isOn: boolean): ChosenLists => ({
  ...chosen,
  catalogue: [...chosen.catalogue.filter((other) => other !== id), ...(isOn ? [id] : [])],
});

/** Turned on in what would be saved. */
export function isChosen({ catalogue, own }: ChosenLists, { id, origin, isOn }: ListView): boolean {
  if (origin === 'catalogue') return catalogue.includes(id);
  return origin === 'own' ? own.some((list) => list.id === id) : isOn;
}
