// The address model's part of docs/model-card.md. Its figures are those of the bench (docs/benchmarks/help.json), so that the
// card and the bench never say two things.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Published } from '../../tests/bench/support/publish.ts';
import { root } from '../commands.ts';

/** What it learns from; none of it is in this repository. */
const data: readonly string[] = [
  '| addresses | licence |',
  '| --- | --- |',
  '| scams: UT1 blacklists, phishing (Université Toulouse Capitole), 2026 | CC BY-SA 4.0 |',
  '| scams: PhishTank, verified, 2020 | CC BY-SA 2.5 |',
  '| scams and honest pages: pdd (Ebbu2017) | none stated; published for research |',
  '| honest pages: ISCX-URL-2016 (University of New Brunswick) | free with citation |',
  '| popular hosts: Alexa 2016, top 65k 2023, accomplist 2026 | none stated; AGPL-3.0; none stated |',
  '| popular hosts, only to measure: Tranco 2023 and 2025, GPC crawl set, Moz 500, OpenDNS | free with citation; MIT; MIT; public domain |',
];

const beginning: readonly string[] = [
  '# The address model',
  '',
  'public/models/addresses.bin, 131,100 bytes: how much an address looks like those of scams, from the address alone. It is a',
  'logistic regression over 131,072 hashed features (the ending, the words and pieces of letters of the name, what stands before',
  'it, the path and the query, whether a well-known name is borrowed), one signed byte each (rules/lookalike/address-features.ts).',
  'Neither length, nor depth, nor scheme is told to it: the known scams are shorter than the honest addresses of the sets, and a',
  'model would learn only that. It runs in the browser, and no address leaves the device for it. What it says is one weak signal:',
  'by itself it closes nothing and warns of nothing, and a password is asked about where it is sure.',
  '',
  '## What it learns from',
  '',
  'A registrable domain is in one part only: one in five is kept out of all learning, and so is every host of the lists that are',
  'only for measuring. Honest paths are made up to be as deep as those of scams where none are known.',
  '',
  ...data,
  '',
  '## How well it does',
  '',
  'On domains that it never learned from; "as shipped" is at the two thresholds that are in the file. The replicas are judged by',
  'address, form and words together (tests/fixtures/scam-pages). The rules were made on the first set. The second was not looked',
  'at, but measured more than once while the rules grew. The third was written when they were done, in other kinds and words: it',
  'was first measured at 6 of 20 found and 3 of 30 honest pages hit; after that the rules were held back on further honest pages,',
  'and nothing was changed for its own.',
  '',
];

const limits: readonly string[] = [
  '',
  '## What it does not know',
  '',
  '- It misses about half of all scams, and most that are a bare host with an ordinary name: silence means nothing.',
  '- The scams it knows are of 2019, 2020 and 2026, mostly in English; the honest addresses are of popular sites. Small honest',
  '  sites with cheap endings or on free hosts look odder to it than they are.',
  '- Names of banks and offices of Pakistan are in the table of brands, not in the training sets, which hardly have any.',
  '- Pages that nobody wrote a rule for are mostly missed: see the last rows for replicas written after the rules.',
  '',
];

export function addressSection(): string[] {
  const path = join(root, 'docs', 'benchmarks', 'help.json');
  if (!existsSync(path)) return [];
  const { results } = JSON.parse(readFileSync(path, 'utf8')) as Published;
  const rows = results.filter(({ name }) => name.startsWith('addresses: '));
  const lines = rows.map(
    ({ name, value, unit }) =>
      `| ${name.slice('addresses: '.length)} | ${value.toLocaleString('en')} ${unit} |`,
  );
  return [...beginning, '| measured | value |', '| --- | ---: |', ...lines, ...limits];
}
