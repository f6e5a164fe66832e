import { closedSites } from '@/components/page/closed-sites.ts';
import { dateName, durationName } from '@/components/page/formats.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { quietTimeWords, whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Table } from '@/components/ui/Table.tsx';
import type { Day, State } from '@/rules/messages/replies.ts';
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';

import { Overrides } from './Overrides.tsx';
import { useReasonWords } from './reason-words.ts';
import { useScopeWords } from './rules/scope-words.ts';
import { TimeBars } from './TimeBars.tsx';

const lookEveryMs = 30_000;

/** The day of the active child at a glance. Help and reports are not in it, by construction. */
export function Today({ state }: { state: State }) {
  const { text, language } = useServices();
  const { value: day, reload } = useReply('day.read', lookEveryMs);
  if (day === null || state.child === null) return <p aria-busy="true" />;
  const { nickname, ageBand } = state.child;
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
      <Overrides overrides={day.overrides} onEnded={reload} />
      <div class="halves">
        <TimeByTopic day={day} />
        <Limits day={day} />
      </div>
      {seesBlockedAddresses(ageBand) && <BlockedList day={day} />}
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
  const { text, language } = useServices();
  return (
    <Card heading={text('todayTopics')} icon="clock">
      {day.byCategory.length === 0 ? (
        <p class="soft">{text('todayNothing')}</p>
      ) : (
        <TimeBars
          bars={day.byCategory.map(({ category, seconds }) => ({
            key: category,
            label: text(`category-${category}`),
            seconds,
            of: day.totalSeconds,
            words: durationName(language, seconds),
          }))}
        />
      )}
    </Card>
  );
}

function Limits({ day }: { day: Day }) {
  const services = useServices();
  const { text, language } = services;
  const scopeWords = useScopeWords();
  return (
    <Card heading={text('todayLimits')} icon="hourglass">
      {day.quotas.length === 0 && day.quietTimesToday.length === 0 && (
        <p class="soft">{text('todayNoLimits')}</p>
      )}
      <TimeBars
        bars={day.quotas.map(({ quotaId, scope, usedSeconds, limitSeconds }) => ({
          key: quotaId,
          label: scopeWords(scope),
          seconds: usedSeconds,
          of: limitSeconds,
          words: text('todayUsed', {
            used: durationName(language, usedSeconds),
            limit: durationName(language, limitSeconds),
          }),
        }))}
      />
      {day.quietTimesToday.length > 0 && (
        <ul class="stack-tight">
          {quietTimeWords(day, services, 'todayQuiet').map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
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
