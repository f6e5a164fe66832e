import { useState } from 'preact/hooks';

import { countryName, dateWithYear } from '@/components/page/formats.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { FilePicker } from '@/components/ui/FilePicker.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Refused } from '@/rules/messages/contract.ts';
import type { PackFacts, PackImported } from '@/rules/messages/report-replies.ts';
import { mostPackLength } from '@/rules/packs/limits.ts';

/** Urdu takes two bytes a letter. */
const mostBytes = 2 * mostPackLength;

type Outcome = PackImported | { readonly refused: Refused | 'too-large' };

/** Which edition of the family's country pack is in use, and a door for a newer one. */
export function PackCard() {
  const { text, ask } = useServices();
  const { value: pack, reload } = useReply('packs.read');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (pack === null) return null;
  const take = async (file: Pick<File, 'size' | 'text'>) => {
    if (file.size > mostBytes) return setOutcome({ refused: 'too-large' });
    const words = (await file.text()).slice(0, mostPackLength + 1);
    if (words.length > mostPackLength) return setOutcome({ refused: 'too-large' });
    const answer = await ask('packs.import', { file: words });
    setOutcome(answer.ok ? answer.value : { refused: answer.failure });
    await reload();
  };
  return (
    <Card heading={text('packHeading')} icon="phone">
      <p class="soft">{text('packIntro')}</p>
      <Edition pack={pack} />
      <FilePicker
        label={text('packImport')}
        hint={text('packImportHint')}
        onFile={(file) => void take(file)}
      />
      {outcome !== null && <Told outcome={outcome} />}
    </Card>
  );
}

function Edition({ pack }: { pack: PackFacts }) {
  const { text, language } = useServices();
  const { version, issued, expires, from, deskName } = pack;
  const country =
    pack.country === 'ZZ' ? text('packAnyCountry') : countryName(language, pack.country);
  const dayOf = (date: string | null) => (date === null ? '' : dateWithYear(language, date));
  return (
    <div class="stack-tight">
      <p class="strong">{text('packEdition', { country, version, date: dayOf(issued) })}</p>
      {pack.isExpired ? (
        <Notice tone="care">
          <p>{text('packExpired', { date: dayOf(expires) })}</p>
        </Notice>
      ) : (
        <p>
          {text('packGoodUntil', { date: dayOf(expires) })} {text(`packFrom-${from}`)}
        </p>
      )}
      <p>{deskName === null ? text('packNoDesk') : text('packDesk', { desk: deskName })}</p>
    </div>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  const { text } = useServices();
  if ('ok' in outcome && outcome.ok) {
    return (
      <Notice tone="good" live>
        <p>{text('packTaken', { version: outcome.pack.version })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="care" live>
      <p class="strong">{text('packRefused')}</p>
      {'refused' in outcome ? (
        <p>
          {text(outcome.refused === 'too-large' ? 'packTooLarge' : `refused-${outcome.refused}`)}
        </p>
      ) : (
        <>
          <p>{text(`packProblem-${outcome.problem}`)}</p>
          {outcome.detail !== '' && (
            <p class="small">
              {text('packDetail')}{' '}
              <code dir="ltr" lang="en">
                {outcome.detail}
              </code>
            </p>
          )}
        </>
      )}
    </Notice>
  );
}
