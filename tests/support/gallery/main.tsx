// Renders one surface in one state: ?surface=blocked&case=family&band=9-12&lang=ur
import { render, type ComponentChildren } from 'preact';

import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import { optionsParts } from '@/components/guardian/options-parts.ts';
import { OptionsPage } from '@/components/guardian/OptionsPage.tsx';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { HelpPanel } from '@/components/help/HelpPanel.tsx';
import { TopicGuide } from '@/components/help/TopicGuide.tsx';
import { MyPage } from '@/components/mine/MyPage.tsx';
import { Page } from '@/components/page/Page.tsx';
import type { TextPart } from '@/components/page/texts.ts';
import { Popup } from '@/components/popup/Popup.tsx';
import { RevealPictures } from '@/components/popup/RevealPictures.tsx';
import { ReportPage } from '@/components/report/ReportPage.tsx';
import { Screen } from '@/components/ui/Screen.tsx';
import { helpTopics } from '@/rules/help/topics.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import type { AgeBand, Language, Policy } from '@/rules/policy/schema.ts';
import type { Catalogue } from '@/rules/words/text.ts';

import { aGuardiansCodes, aPreview, aSheet, aSigner } from '../codes-replies.ts';
import { fakePlatform, type Replies } from '../fake-platform.ts';
import { aGrowing, aPlannedFamily, aProposal } from '../growing-replies.ts';
import { aPackEdition, createHousehold } from '../household.ts';
import { aMatchedList } from '../list-replies.ts';
import {
  aDay,
  aFamily,
  aHistory,
  anExplanation,
  aReport,
  aRequest,
  aState,
  noon,
} from '../page-replies.ts';
import { withTimeRules } from '../time-family.ts';
import { blockedCases, changedHelps, familyLists, listsUnderWay, reportCases } from './cases.ts';
import { Kit } from './Kit.tsx';

const wanted = new URLSearchParams(location.search);
const read = (name: string, otherwise: string) => wanted.get(name) ?? otherwise;
const band = read('band', '9-12') as AgeBand;
const language = read('lang', 'en') as Language;
const url = 'https://play.games.test/level/7?name=sara';
const scene = read('case', 'family');
const extraMs = Number(read('later', '0'));

type Surface = {
  readonly parts: readonly TextPart[];
  readonly shown: ComponentChildren;
  readonly replies: Replies;
  readonly audience?: 'adult';
};
const surfaces: Record<string, Surface> = {
  // case=new: set-up; case=managed: a school's rules.
  options: {
    parts: optionsParts,
    shown: <OptionsPage help={<HelpButton />} />,
    replies: optionsReplies(),
    audience: 'adult',
  },
  help: {
    parts: ['report'],
    shown: (
      <Screen surface="help">
        <h1 class="visually-hidden">{scene}</h1>
        <HelpPanel />
      </Screen>
    ),
    replies: {},
    ...(scene === 'adult' && { audience: 'adult' }),
  },
  // All topics at once. case=child, case=parent, case=teacher.
  guides: {
    parts: ['report'],
    shown: (
      <Screen surface="help">
        <div class="stack-loose">
          <h1 class="visually-hidden">{scene}</h1>
          <h2 class="visually-hidden">{scene}</h2>
          {helpTopics.map((topic) => (
            <TopicGuide
              key={topic}
              topic={topic}
              {...(scene === 'teacher' && { audience: scene })}
            />
          ))}
        </div>
      </Screen>
    ),
    replies: {},
    ...(scene !== 'child' && { audience: 'adult' }),
  },
  kit: { parts: ['blocked'], shown: <Kit />, replies: {} },
  blocked: {
    parts: ['page', 'blocked', 'codes', 'report'],
    shown: <BlockedPage address={scene === 'nothing' ? null : { url, host: 'play.games.test' }} />,
    replies: { ...reportCases[read('report', 'undoable')], ...blockedCases[scene] },
  },
  report: {
    parts: ['report', 'form'],
    // card=MECHANISM: the small window beside its form.
    shown: (
      <ReportPage
        reportId={scene === 'list' ? null : 'report-1'}
        card={wanted.has('card') ? { mechanismId: wanted.get('card') } : null}
      />
    ),
    replies: {
      ...reportCases[scene],
      'form.fill': { filled: ['address', 'words'] },
      'reports.read': {
        reports: [
          aReport({ state: 'delivered', topic: 'cyberbullying' }),
          aReport({ reportId: 'b', state: 'waiting' }),
        ],
      },
    },
  },
  popup: {
    parts: ['popup', 'report'],
    shown: <Popup address={url} />,
    replies: {
      ...reportCases[read('report', 'undoable')],
      'visit.explain': anExplanation({ kind: 'known' }, { action: 'allow' }),
      ...(scene === 'family' ? {} : blockedCases[scene]),
    },
  },
  /** What "Ask a grown-up" on a covered picture opens. */
  reveal: {
    parts: ['popup', 'pictures'],
    shown: <RevealPictures tabId={7} />,
    replies: { 'pictures.reveal': {} },
  },
  mine: {
    parts: ['popup', 'blocked', 'report', 'journal', 'mine', 'time', 'codes', 'picture', 'growing'],
    shown: <MyPage />,
    replies: mineReplies(),
  },
};

// case=growing: a plan and proposals; case=unplanned: none yet; case=grown: the child is 18.
function growingReply() {
  if (scene !== 'growing') return aGrowing({}, []);
  return aGrowing({
    proposals: [
      aProposal(),
      aProposal({
        id: 'p2',
        state: 'refused',
        refusal: 'talk-first',
        words: '',
        proposed: { kind: 'open-category', category: 'social' },
        proposedAt: noon - 9e7,
      }),
    ],
  });
}

function mineReplies(): Replies {
  return {
    'day.read': aDay(band === '5-8' || band === '9-12' ? {} : { blocked: [] }),
    'history.read': aHistory(),
    'policy.read': { policy: family(), revision: 3, source: 'local' },
    'growing.read': growingReply(),
    'proposal.make': { proposal: aProposal() },
    'requests.read': {
      requests: [
        aRequest(),
        aRequest({
          id: 'r2',
          state: 'refused',
          refusal: 'talk-first',
          host: 'chat.test',
          askedAt: noon - 9e7,
        }),
      ],
    },
    'journal.read': {
      entries: [
        ...changedHelps,
        {
          at: noon - 3_600_000,
          who: 'guardian',
          change: {
            childId: 'sara',
            key: 'changeBlocklistAdded',
            values: { child: 'Sara', pattern: 'play.games.test' },
            weakens: false,
          },
        },
      ],
    },
    'reports.read': { reports: [aReport({ state: 'delivered', topic: 'cyberbullying' })] },
  };
}

// case=time: a family with many time rules.
function family(): Policy {
  if (scene === 'growing') return aPlannedFamily(band);
  return scene === 'time' ? withTimeRules(aFamily(band)) : aFamily(band);
}

function optionsReplies(): Replies {
  return createHousehold({
    policy:
      scene === 'new'
        ? null
        : { ...family(), language, ...(scene === 'lists' && { lists: familyLists }) },
    source: scene === 'managed' ? 'managed' : 'local',
    requests: [aRequest()],
    state: {
      language,
      ...(scene === 'grown'
        ? { child: { id: 'sara', nickname: 'Sara', ageBand: band, isOfAge: true } }
        : {}),
    },
    replies: {
      'journal.read': mineReplies()['journal.read'] ?? { entries: [] },
      'visit.explain': anExplanation(
        { kind: 'category', category: 'games' },
        { matched: [aMatchedList()] },
      ),
      ...(scene === 'lists' && { 'lists.read': listsUnderWay }),
      'growing.read': growingReply(),
      'packs.read': { ...aPackEdition, isExpired: scene === 'expired' },
      'codes.read': aGuardiansCodes(),
      'vouchers.make': {
        kind: 'made',
        sheet: aSheet({ used: 0 }),
        codes: ['04712 83915', '55018 20347', '91846 00731', '30075 61128'],
      },
      'signer.read': scene === 'new' ? { publicKey: null, children: [] } : aSigner(),
      'preview.read': aPreview,
      'grant.sign': {
        name: 'saathi-answer-sara.json',
        text: '{}',
        expiresAt: noon + 86_400_000,
      },
    },
  }).replies;
}

const chosen = surfaces[read('surface', 'blocked')];
const platform = fakePlatform({
  now: () => noon + extraMs,
  remembered: { language, band },
  loadTexts: async (lang, part) =>
    (await (await fetch(`/texts/${lang}/${part}.json`)).json()) as Catalogue,
  pack: async (country) =>
    ((await (await fetch(`/packs/${country}.json`)).json()) as { pack: Pack }).pack,
  replies: {
    'state.read': aState(band, {
      language,
      ...(scene === 'new' ? { setUp: false, child: null, nextStop: null } : {}),
      ...(scene === 'grown'
        ? { child: { id: 'sara', nickname: 'Sara', ageBand: band, isOfAge: true }, nextStop: null }
        : {}),
    }),
    'request.ask': { request: aRequest() },
    'guardian.wait': { until: scene === 'wait' ? noon + 290_000 : null, now: noon },
    'guardian.challenge': {
      kind: 'derive',
      challengeId: 'c',
      params: 'm=19456,t=2,p=1',
      salt: 'AAAA',
    },
    'guardian.unlock': { kind: 'unlocked', token: 't', until: noon + 6e5 },
    'guardian.lock': {},
    ...chosen?.replies,
  },
  services: { canReadAloud: async () => true },
});

const root = document.querySelector('#root');
if (root !== null && chosen !== undefined) {
  render(
    <Page
      platform={platform}
      parts={chosen.parts}
      title="saathi"
      audience={chosen.audience ?? 'child'}
    >
      {chosen.shown}
    </Page>,
    root,
  );
}
