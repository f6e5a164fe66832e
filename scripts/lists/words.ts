// What the publisher says to whoever runs it.
import type { Published } from './publish.ts';

export const usage = `Makes a signed feed of lists for any static web host. docs/list-feed.md tells the whole story.

  npm run lists:publish -- --in DIR --out DIR --keys DIR --name NAME
      --in DIR             lists.json and the files that it names
      --out DIR            the folder to put on the web; keep it, the next edition builds on it
      --keys DIR           where the keys lie (made on first use); may be given several times
      --name NAME          name of the feed, for people
      --url ADDRESS        address of the folder on the web, for the lines that are printed
      --days 14            how long an edition is good without a newer one
      --root-days 730      how long a root is good
      --root-keys 1 --threshold 1
                           root keys to make, and how many of them must sign
      --version N          the version must be at least this
      --allow-shrink       a list may lose more than 30 % of its hosts
      --skip-refused       leave out entries that no client would take, instead of stopping

  npm run lists:publish -- --rotate none|index|root|both --out DIR --keys DIR --name NAME
                           a new root with new dates and new keys; without --in the last edition is signed anew

  npm run lists:publish -- --check ADDRESS|DIR [--root HASH]
                           reads a published feed as the extension does`;

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`;

export const report = (published: Published): string => {
  const { version, hosts, chunks, bytes, newBytes, expires, rootVersion, rootExpires } = published;
  return [
    `Edition ${version}: ${hosts} hosts in ${chunks} chunks, ${megabytes(bytes)}.`,
    `A client with the last edition fetches ${megabytes(newBytes)}.`,
    `Good until ${expires}; root ${rootVersion} until ${rootExpires}.`,
    'Upload the chunks first and index.json last.',
  ].join('\n');
};

export const keyWarning = (folder: string): string =>
  [
    `New keys in ${folder}.`,
    '  root-*.pem   says who may sign. Copy it to two sticks, lock them away in two places, and delete it here:',
    '               it is needed again only when a key is exchanged or the root runs out.',
    '               Whoever has it owns the feed; if all copies are lost, every device must be set up anew.',
    '  index-*.pem  signs each edition and stays with whoever publishes. If it is stolen: --rotate index.',
    'Neither belongs on the web host, in a repository or in a mail.',
  ].join('\n');

/** What a guardian types, and what a school deploys. */
export function forPolicy(feed: string, name: string, url: string): string {
  const id = idOf(name);
  const lists = { catalogue: [], own: [], feeds: [{ id, name, url, root: feed }] };
  return [
    `Address: ${url}`,
    `Root:    ${feed}`,
    'In a managed policy (docs/managed-policy.md), beside "children":',
    `"lists": ${JSON.stringify(lists, null, 2)}`,
  ].join('\n');
}

function idOf(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return id === '' ? 'feed' : id;
}
