import '@/components/charts/charts.css';
import { TopicBars } from '@/components/charts/TopicBars.tsx';
import { closedSites } from '@/components/page/closed-sites.ts';
import { dateName, durationName } from '@/components/page/formats.ts';
import { useNow } from '@/components/page/use-now.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { whenWords } from '@/components/page/when.ts';
import { DayHours } from '@/components/picture/DayHours.tsx';
import { topicWords } from '@/components/picture/topic-words.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Table } from '@/components/ui/Table.tsx';
import type { Day, State } from '@/rules/messages/replies.ts';
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';
import type { HostSet } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { ClockNotice } from './ClockNotice.tsx';
import { Limits } from './Limits.tsx';
import { Overrides } from './Overrides.tsx';
import { useReasonWords } from './reason-words.ts';
import { HostSetsContext } from './rules/scope-words.ts';
import { RightNow } from './time/RightNow.tsx';
import { WeekCard } from './WeekCard.tsx';

const lookEveryMs = 30_000;

/** The day of the active child at a glance, and the weeks behind it. Help and reports are not in it, by construction. */
export function Today({ state }: { state: State }) {
  const { text } = useServices();
  const { value } = useReply('policy.read');
  // A grown-up's day is nobody else's: the notice above says that the controls have ended.
  if (state.child?.isOfAge === true) {
    return <h1>{text('todayHeading', { child: state.child.nickname })}</h1>;
  }
  const child = value?.policy?.children.find(({ id }) => id === state.child?.id);
  return (
    <HostSetsContext.Provider value={child?.hostSets ?? noSets}>
      <TodayOf state={state} />
    </HostSetsContext.Provider>
  );
}

const noSets: readonly HostSet[] = [];

function TodayOf({ state }: { state: State }) {
  const { text, language } = useServices();
  const { value: day, reload } = useReply('day.read', lookEveryMs);
  if (day === null || state.child === null) return <p aria-busy="true" />;
  const { nickname, ageBand } = state.child;
  const given = day.overrides.filter(({ covers }) => covers !== 'lockdown');
  return (
    <div class="stack-loose">
      <div class="stack-tight">
        <h1>{text('todayHeading', { child: nickname })}</h1>
        <p class="soft">{dateName(language, day.date)}</p>
      </div>
      <div class="tiles">
        <Figure label={text('todayTotal')} value={durationName(language, day.totalSeconds)} />
        <Figure
          label={text('todayBlocked')}
          value={new Intl.NumberFormat(language).format(day.blockedCount)}
        />
        <Figure label={text('todayNext')} value={useNextStopWords(state)} />
      </div>
      <ClockNotice setBacks={day.setBacks} onConfirmed={reload} />
      <RightNow state={state} day={day} onChanged={reload} />
      <Overrides overrides={given} onEnded={reload} />
      <div class="halves">
        <TimeByTopic day={day} />
        <Limits day={day} />
      </div>
      <Hours day={day} />
      {seesBlockedAddresses(ageBand) && <BlockedList day={day} />}
      <WeekCard active={state.child} children={state.children} />
      <Notice tone="calm" icon="eye-off">
        <p>{text(seesBlockedAddresses(ageBand) ? 'todayUnseen' : 'todayUnseenOlder')}</p>
      </Notice>
    </div>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div class="tile">
      <span class="tile-value">{value}</span>
      <span class="soft">{label}</span>
    </div>
  );
}

function useNextStopWords({ nextStop }: State): string {
  const services = useServices();
  const { text, language, now } = services;
  if (nextStop === null) return text('todayNextNone');
  const leftMs = nextStop.at - now();
  if (leftMs <= 0) return text('todayNextNow');
  // A limit runs down only while somebody browses: no clock can say when it ends.
  return nextStop.reason.kind === 'quota'
    ? text('todayNextAfter', { time: durationName(language, leftMs / 1000) })
    : whenWords(services, nextStop.at);
}

function TimeByTopic({ day }: { day: Day }) {
  const services = useServices();
  const { text, language } = services;
  return (
    <Card heading={text('todayTopics')} icon="clock">
      {day.byCategory.length === 0 ? (
        <p class="soft">{text('todayNothing')}</p>
      ) : (
        <TopicBars
          total={day.totalSeconds}
          bars={day.byCategory.map(({ category, seconds }) => ({
            name: category,
            seconds,
            label: topicWords(category, services),
            words: durationName(language, seconds),
          }))}
        />
      )}
    </Card>
  );
}

function Hours({ day }: { day: Day }) {
  const { text, timeZone } = useServices();
  const now = useNow(lookEveryMs);
  return (
    <Card heading={text('pictureHoursToday')} icon="sun">
      <DayHours
        day={{ ...day, closed: day.closedToday }}
        nowMinute={momentAt(now, timeZone).minuteOfDay}
      />
    </Card>
  );
}

function BlockedList({ day }: { day: Day }) {
  const services = useServices();
  const { text } = services;
  const reasonWords = useReasonWords();
  return (
    <Card heading={text('todayBlockedList')} icon="lock">
      {day.blocked.length === 0 ? (
        <p class="soft">{text('todayBlockedNone')}</p>
      ) : (
        <Table
          caption={text('todayBlockedTable')}
          hideCaption
          head={[text('todayHost'), text('todayWhy'), text('todayWhen')]}
          rows={closedSites(day.blocked).map(({ at, host, reason, count }) => ({
            key: `${at} ${host}`,
            cells: [
              <bdi key="host" dir="ltr" lang="en">
                {host}
              </bdi>,
              reasonWords(reason),
              [
                whenWords(services, at),
                ...(count > 1 ? [text('closedTimes', { count })] : []),
              ].join(' · '),
            ],
          }))}
        />
      )}
    </Card>
  );
}
