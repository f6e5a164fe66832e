// What a guardian typed of a list or a feed of somebody's, as the policy keeps it, or what is wrong and where.
import { hasSecret, isSecureRoute, isThisMachine } from '@/rules/hosts/route.ts';
import type { Category, Feed, OwnList } from '@/rules/policy/schema.ts';
import { fail, ok, type Result } from '@/rules/result.ts';

export type NewListTyped = {
  readonly name: string;
  readonly url: string;
  readonly category: Category;
};
export type NewFeedTyped = { readonly name: string; readonly url: string; readonly root: string };
/** `key`: what is wrong, in the catalogue. */
export type NewListProblem = {
  readonly field: 'name' | 'url' | 'root';
  readonly key: string;
};

export function readNewList(
  typed: NewListTyped,
  there: readonly string[],
): Result<Omit<OwnList, 'id'>, NewListProblem> {
  const named = readNamed(typed, there);
  return named.ok ? ok({ ...named.value, category: typed.category }) : named;
}

export function readNewFeed(
  typed: NewFeedTyped,
  there: readonly string[],
): Result<Omit<Feed, 'id'>, NewListProblem> {
  const named = readNamed(typed, there);
  if (!named.ok) return named;
  // Codes are read out, mailed and copied: spaces and line ends come with them.
  const root = typed.root.replaceAll(/\s+/g, '');
  return /^[A-Za-z0-9_-]{43}$/.test(root)
    ? ok({ ...named.value, root })
    : fail({ field: 'root', key: 'feedRootWrong' });
}

function readNamed(
  { name, url }: { readonly name: string; readonly url: string },
  there: readonly string[],
): Result<{ readonly name: string; readonly url: string }, NewListProblem> {
  const called = name.trim();
  if (called === '') return fail({ field: 'name', key: 'listNameMissing' });
  const address = readAddress(url, there);
  if (!address.ok) return fail({ field: 'url', key: address.failure });
  return ok({ name: called.slice(0, 80), url: address.value });
}

const longest = 500;

/** https, or this machine for trials. The failure is a catalogue key. */
function readAddress(typed: string, there: readonly string[]): Result<string, string> {
  const trimmed = typed.trim();
  if (trimmed === '') return fail('listAddressMissing');
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || /\s/.test(trimmed)) return fail('listAddressWrong');
  if (!isSecureRoute(url)) return fail('listAddressNotHttps');
  if (hasSecret(url)) return fail('listAddressSecret');
  if (!isThisMachine(url) && !url.hostname.includes('.')) return fail('listAddressWrong');
  url.hash = '';
  if (url.href.length > longest) return fail('listAddressLong');
  return there.includes(url.href) ? fail('listAddressThere') : ok(url.href);
}
