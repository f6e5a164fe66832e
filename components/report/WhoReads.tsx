import { countryName } from '@/components/page/formats.ts';
import { usePageState } from '@/components/page/page-state.ts';
import { useServices } from '@/components/services.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { deskName } from './ReportStatus.tsx';

/** Who reads a report, in which country, what they see and what they never see. */
export function WhoReads({ report }: { report: ReportState }) {
  const { text, language } = useServices();
  const { country } = usePageState();
  const place = country === 'ZZ' ? '' : countryName(language, country);
  return (
    <details class="help-more">
      <summary>{text('whoReads')}</summary>
      <div class="stack">
        <p>
          {text(place === '' ? 'whoReadsName' : 'whoReadsPlace', {
            desk: deskName(report.route),
            place,
          })}
        </p>
        <div class="stack-tight">
          <p class="strong">{text('theySee')}</p>
          <dl class="seen">
            {report.facts.map(({ key, value }) => (
              <div key={key}>
                <dt>{text(`reportFact.${key}`)}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <p>{text('theyDoNotSee')}</p>
        <p class="soft">{text('reportPolice')}</p>
      </div>
    </details>
  );
}
