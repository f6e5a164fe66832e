// One update of one source, from the first request to sets that nobody names yet. Whatever goes wrong, what is in force
// stays as it was, and nothing half-made stays behind.
import type { Download } from '@/entrypoints/background/network.ts';
import type { ListProblem } from '@/rules/lists/list-state.ts';
import { feedListId } from '@/rules/lists/plan.ts';
import { hasShrunk } from '@/rules/lists/shrink.ts';
import type { Category } from '@/rules/policy/schema.ts';
import { isStorageFull } from '@/rules/storage-full.ts';

import { beginBuilding, type Building, type BuiltList } from './building.ts';
import { type BestCollection, collectBest } from './collect-best.ts';
import { feedSource } from './feed-source.ts';
import { fetchFile } from './fetch-file.ts';
import { createJudge } from './judge-hosts.ts';
import { createProgress, type Progress } from './progress.ts';
import type { BuilderEvent, Built, RemoveCommand, UpdateCommand } from './protocol.ts';
import { publicSource } from './public-source.ts';
import { remakeSets } from './sets.ts';
import { clearStaging, keptOf, writeBest } from './shelf.ts';
import { sourceKey } from './source-key.ts';
import type { Source, SourceTools } from './source.ts';

export type BuilderTools = {
  readonly download: Download;
  readonly now: () => number;
  readonly tell: (event: Extract<BuilderEvent, { kind: 'progress' }>) => void;
};

type Ended = Extract<BuilderEvent, { kind: 'updated' | 'failed' }>;
const failed = (problem: ListProblem): Ended => ({ kind: 'failed', problem });

/** After these a later try goes on where this one stopped. */
const goesOn: ReadonlySet<ListProblem> = new Set(['offline', 'not-reachable']);

export async function update(command: UpdateCommand, tools: BuilderTools): Promise<Ended> {
  const source = sourceKey(command);
  const ended = await tryUpdate(command, tools).catch((error: unknown) => {
    if (isStorageFull(error)) return failed('no-room');
    // oxlint-disable-next-line no-console -- a bug: nothing of a list is in it.
    console.error('Saathi: a list could not be built', error);
    return failed('broken');
  });
  if (ended.kind !== 'failed' || !goesOn.has(ended.problem)) {
    await clearStaging(source).catch(() => undefined); // swept with the next change
  }
  return ended;
}

async function tryUpdate(command: UpdateCommand, tools: BuilderTools): Promise<Ended> {
  const progress = createProgress(tools, command.expectedBytes);
  return tryWith(command, tools, progress).finally(() => progress.end());
}

async function tryWith(
  command: UpdateCommand,
  tools: BuilderTools,
  progress: Progress,
): Promise<Ended> {
  const best = collectBest();
  const judge = await createJudge(command, best.text);
  const building = new Map<string, Building>();
  const read = await sourceOf(command)({
    ...sourceTools(command, tools, progress),
    beginList(id, category) {
      const begun = beginBuilding(category, judge);
      building.set(listId(command, id), begun);
      return begun.sink;
    },
    beginBestKnown: best.begin,
  });
  if (!read.ok) return failed(read.failure);
  const { kind, ...outcome } = read.value;
  if (kind === 'unchanged') return { kind: 'updated', outcome: { kind, ...outcome } };
  progress.building(0.9);
  const built = new Map<string, BuiltList>();
  for (const [id, list] of building) built.set(id, list.finish(judge.knownHosts()));
  const lists = listsMade(command, built, best);
  if (hasShrunkInPublic(command, lists)) return failed('shrunken');
  if (isOfBest(command) || command.source.kind === 'feed') {
    await writeBest(sourceKey(command), best.text());
  }
  const sets = await remakeSets(command.sets, changesOf(command, built), command.tag);
  return { kind: 'updated', outcome: { kind, ...outcome, sets, lists } };
}

/** What a guardian reads of each. The best-known sites of a feed are no list of its own: they help its lists. */
const listsMade = (
  command: UpdateCommand,
  built: ReadonlyMap<string, BuiltList>,
  best: BestCollection,
): Built['lists'] =>
  isOfBest(command)
    ? { [command.source.id]: { category: null, hosts: best.count(), refused: best.refused() } }
    : Object.fromEntries(
        [...built].map(([id, { category, hosts, refused }]) => [id, { category, hosts, refused }]),
      );

/** Removes lists from the sets in force: theirs are made anew without them. */
export async function remove({ lists, sets, tag }: RemoveCommand): Promise<BuilderEvent> {
  const changes = createChanges();
  for (const [id, category] of Object.entries(lists)) changes.note(category, id, null);
  return { kind: 'removed', sets: await remakeSets(sets, changes.all, tag) };
}

const listId = ({ source }: UpdateCommand, id: string): string =>
  source.kind === 'feed' ? feedListId(source.id, id) : source.id;

function sourceOf({ source, known }: UpdateCommand): Source {
  if (source.kind === 'feed') return feedSource(source, source.trust);
  return publicSource({ url: source.url, category: source.category, known });
}

const sourceTools = (
  command: UpdateCommand,
  { download, now }: BuilderTools,
  progress: Progress,
): Omit<SourceTools, 'beginList' | 'beginBestKnown'> => ({
  now: now(),
  kept: keptOf(sourceKey(command)),
  async fetchFile(request) {
    const tell = (bytes: number, total: number | null) =>
      progress.downloading(request.url, bytes, total);
    const file = await fetchFile({ source: sourceKey(command), now, download, tell }, request);
    return file.ok && file.value !== 'unchanged'
      ? { ok: true, value: progress.whileRead(file.value) }
      : file;
  },
});

const isOfBest = ({ source }: UpdateCommand): boolean =>
  source.kind === 'list' && source.category === null;

/** What a signature vouches for may shrink. */
const hasShrunkInPublic = ({ source, had }: UpdateCommand, lists: Built['lists']): boolean =>
  source.kind === 'list' &&
  Object.entries(lists).some(([id, { hosts }]) => hasShrunk(had[id]?.hosts ?? 0, hosts));

/** A list of the source that did not come again is gone, and one that moved is gone from its old category. */
function changesOf(
  { had }: UpdateCommand,
  built: ReadonlyMap<string, BuiltList>,
): ReturnType<typeof createChanges>['all'] {
  const changes = createChanges();
  for (const [id, { category }] of Object.entries(had)) {
    if (category !== null) changes.note(category, id, null);
  }
  for (const [id, list] of built) changes.note(list.category, id, list);
  return changes.all;
}

function createChanges() {
  const all = new Map<Category, Map<string, BuiltList | null>>();
  return {
    all,
    note(category: Category, id: string, list: BuiltList | null): void {
      const inCategory = all.get(category) ?? new Map<string, BuiltList | null>();
      all.set(category, inCategory.set(id, list));
    },
  };
}
