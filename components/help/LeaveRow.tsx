import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';

import { useQuickExit } from './use-quick-exit.ts';

/** The fast way out, at the end of help and of every report, and the keys that do the same. */
export function LeaveRow() {
  const { text, leave } = useServices();
  useQuickExit();
  return (
    <div class="row help-leave">
      <Button icon="door" onPress={leave}>
        {text('helpLeave')}
      </Button>
      <span class="soft small">{text('leaveKeys')}</span>
    </div>
  );
}
