// Words in an address: whole words only ("erome" is not in "jerome"), none beside a word that takes it back ("quit-porn").
import type { Address } from '../hosts/address.ts';
import { unicodeHost } from '../hosts/punycode.ts';
import { isIpHost, registrableDomain } from '../hosts/registrable-domain.ts';
import {
  fillers,
  takesBack,
  topicEndings,
  topicOfTerm,
  topicOfWord,
} from './address-vocabulary.ts';
import type { Evidence, RiskTopic, Weight } from './evidence.ts';
import { plainWords } from './plain-words.ts';

/** Longer runs of letters are no names that somebody would read. */
const longestRun = 40;
const longestPath = 600;
const longestTerm = 200;
const shortestInRun = 4;

const evidence = (topic: RiskTopic, weight: Weight, sign: string): Evidence => ({
  topic,
  source: 'address',
  weight,
  sign,
});

/** What an address says of itself. The host is its makers' own name for it; path and query only support something else. */
export function addressEvidence({ host, href }: Pick<Address, 'host' | 'href'>): Evidence[] {
  const url = URL.parse(href);
  if (url === null) return [];
  const named = topicOfHost(host);
  const inPath = topicOfPath(url.pathname);
  return [
    ...(named === null ? [] : [evidence(named.topic, named.isWhole ? 3 : 1, 'riskAddress')]),
    ...(inPath === null ? [] : [evidence(inPath.topic, 1, 'riskAddress')]),
    ...queryEvidence(url.searchParams),
  ];
}

type Named = {
  readonly topic: RiskTopic;
  /** Nothing else is said: "royal-casino". Beside words that we do not know ("porn-and-your-child") it may be about the topic. */
  readonly isWhole: boolean;
};

function topicOfHost(host: string): Named | null {
  if (host === '' || isIpHost(host)) return null;
  const owner = registrableDomain(host) ?? host;
  const ending = owner.slice(owner.indexOf('.') + 1);
  // A ministry, a university: what it calls itself is what it works on.
  if (isInstitution(host)) return null;
  const byEnding = topicEndings[ending.slice(ending.lastIndexOf('.') + 1)];
  if (byEnding !== undefined) return { topic: byEnding, isWhole: true };
  return topicOfPart(host.slice(0, host.length - ending.length));
}

/** "gov.pk", "school.edu", "ox.ac.uk", "museum": names that nobody is given without being one. */
export const isInstitution = (host: string): boolean =>
  /(?:^|\.)(?:gov|gob|gouv|edu|ac|mil|int|museum|sch|nhs|go)(?:\.[a-z]{2})?$/.test(host);

/** Each segment by itself: a word that takes back speaks for its own segment only. */
function topicOfPath(path: string): Named | null {
  const topics = decoded(path.slice(0, longestPath)).split('/').map(topicOfPart);
  return topics.find((topic) => topic !== null) ?? null;
}

function topicOfPart(part: string): Named | null {
  const words = plainWords(unicodeHost(part))
    .split(' ')
    .flatMap((word) => wordsInRun(word));
  if (words.some((word) => takesBack.has(word))) return null;
  // "pro-ana" is one word in two.
  const pairs = words.slice(1).map((word, before) => `${words[before]}${word}`);
  const topic = [...words, ...pairs].map((word) => topicOfWord.get(word)).find(Boolean);
  if (topic === undefined) return null;
  const isKnown = (word: string, at: number): boolean =>
    [word, pairs[at - 1], pairs[at]].some((each) => topicOfWord.has(each ?? '')) ||
    fillers.has(word) ||
    /^\d*$/.test(word);
  return { topic, isWhole: words.every(isKnown) };
}

/** "freepornvideos" is three words that we know; a run that does not part without a rest is one word. */
function wordsInRun(run: string): readonly string[] {
  if (topicOfWord.has(run) || run.length > longestRun) return [run];
  const bare = run.replaceAll(/^\d+|\d+$/g, '');
  if (topicOfWord.has(bare)) return [bare];
  return partsOf(bare) ?? [run];
}

/** Dynamic programming from the left: how each beginning of the run can be parted, if at all. */
function partsOf(run: string): readonly string[] | null {
  const parted: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= run.length; end += 1) {
    parted[end] = null;
    for (let start = 0; start < end; start += 1) {
      const before = parted[start];
      const word = run.slice(start, end);
      if (before && isKnownPart(word)) parted[end] = [...before, word];
    }
  }
  return parted[run.length] ?? null;
}

const isKnownPart = (word: string): boolean =>
  fillers.has(word) ||
  takesBack.has(word) ||
  (word.length >= shortestInRun && topicOfWord.has(word));

const termNames = /^(?:q|query|search|search_query|s|k|kw|keywords?|term|text|wd|find|tag|tags)$/;
const markNames = /^(?:nsfw|adult|mature|over18|xxx)$/;
const yes = /^(?:1|true|yes|on|y)$/;

/** "nsfw=no" is no sign; "nsfw=1" is one. Of a search only the words that were looked for count. */
function queryEvidence(query: URLSearchParams): Evidence[] {
  for (const [name, value] of [...query].slice(0, 20)) {
    const key = name.toLowerCase();
    if (markNames.test(key) && yes.test(value.toLowerCase()))
      return [evidence('adult', 1, 'riskAddress')];
    const topic = termNames.test(key) ? topicOfSearch(value) : null;
    if (topic !== null) return [evidence(topic, 1, 'riskQuery')];
  }
  return [];
}

function topicOfSearch(value: string): RiskTopic | null {
  const plain = plainWords(value.slice(0, longestTerm));
  const words = plain.split(' ');
  if (words.some((word) => takesBack.has(word))) return null;
  return words.map((word) => topicOfWord.get(word)).find(Boolean) ?? topicOfTerm(plain);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // half an escape, or none that is text
  }
}
