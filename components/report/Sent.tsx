import { countryName } from '@/components/page/formats.ts';
import { usePageState } from '@/components/page/page-state.ts';
import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

/** Facts that say what happened; the rest is for the desk's papers. */
const telling: ReadonlySet<string> = new Set(['address', 'time', 'account', 'title', 'words']);

export type SentProps = {
  readonly report: ReportState;
  /** Who reads it, by name. */
  readonly reader: string;
  /** Where it is read: of the form's mechanism if that is known, else the family's own. */
  readonly country: string | null;
  /** Its words stand elsewhere on the page. */
  readonly short: boolean;
};

/** What it says and who gets it, in view at once; every word of it one press away. */
export function Sent({ report, reader, country, short }: SentProps) {
  const { text, language } = useServices();
  const { country: own } = usePageState();
  const place = country ?? own;
  const named = report.facts.filter(({ key }) => telling.has(key));
  const inIt = named.map(({ key }) => text(`sentFact.${key}`));
  return (
    <div class="stack-tight">
      <dl class="sent">
        <dt>{text('sentTo')}</dt>
        <dd>
          {place === 'ZZ'
            ? reader
            : text('sentToPlace', { desk: reader, place: countryName(language, place) })}
          <Host route={report.route} />
        </dd>
        {inIt.length > 0 && (
          <>
            <dt>{text('sentIn')}</dt>
            <dd>{new Intl.ListFormat(language).format(inIt)}</dd>
          </>
        )}
        <dt>{text('sentNot')}</dt>
        <dd>{text('sentNotWhat')}</dd>
      </dl>
      {!short && (
        <More label={text('sentAll')}>
          <Facts facts={report.facts} />
          <p>{text('sentNobody')}</p>
          <p class="soft">{text('reportPolice')}</p>
        </More>
      )}
    </div>
  );
}

/** Whoever sets up a desk calls it what he likes: where it is can not be made up. */
function Host({ route }: Pick<ReportState, 'route'>) {
  if (route.kind !== 'desk' || route.host === undefined) return null;
  return (
    <span class="soft small">
      {' '}
      <bdi dir="ltr">{route.host}</bdi>
    </span>
  );
}

export function Facts({ facts }: Pick<ReportState, 'facts'>) {
  const { text } = useServices();
  return (
    <dl class="seen">
      {facts.map(({ key, value }) => (
        <div key={key}>
          <dt>{text(`reportFact.${key}`)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
