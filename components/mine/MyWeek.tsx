import { useHistory } from '@/components/picture/use-history.ts';
import { Week } from '@/components/picture/Week.tsx';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';

/** The weeks as the guardian sees them: nothing of it is hidden from the child. */
export function MyWeek() {
  const { text } = useServices();
  const history = useHistory();
  if (history === null) return null;
  return (
    <Card heading={text('myWeek')} icon="calendar">
      <p class="soft">{text('myWeekSeen')}</p>
      <Week history={history} />
    </Card>
  );
}
