import { useState } from 'preact/hooks';

import { daysTable } from '@/components/picture/days-table.ts';
import { useHistory } from '@/components/picture/use-history.ts';
import { Week } from '@/components/picture/Week.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import type { History } from '@/rules/messages/history-contract.ts';
import type { ChildView } from '@/rules/messages/replies.ts';
import { csvOf } from '@/rules/time/csv.ts';

export type WeekCardProps = {
  readonly active: ChildView;
  readonly children: readonly ChildView[];
};

/** The weeks that are kept, of every child at home, and a file of them. */
export function WeekCard({ active, children }: WeekCardProps) {
  const { text } = useServices();
  const [chosen, setChosen] = useState(active.id);
  const child = children.find(({ id }) => id === chosen) ?? active;
  const history = useHistory(child.id);
  return (
    <Card heading={text('pictureWeek')} icon="calendar">
      {children.length > 1 && (
        <Choices
          label={text('pictureWhose')}
          look="chips"
          options={children.map(({ id, nickname }) => ({ value: id, label: nickname }))}
          value={child.id}
          onChange={setChosen}
        />
      )}
      {history === null ? (
        <p aria-busy="true" />
      ) : (
        <>
          <Week key={history.childId} history={history} />
          <SaveDays child={child} history={history} />
        </>
      )}
    </Card>
  );
}

function SaveDays({ child, history }: { child: ChildView; history: History }) {
  const services = useServices();
  const { text, saveFile } = services;
  const save = () =>
    saveFile(
      `saathi-${history.today}.csv`,
      csvOf(daysTable(child.nickname, history.days, services)),
    );
  return (
    <div class="stack-tight">
      <div>
        <Button icon="download" onPress={save}>
          {text('pictureSave')}
        </Button>
      </div>
      <p class="soft small">{text('pictureSaveHint', { count: history.days.length })}</p>
    </div>
  );
}
