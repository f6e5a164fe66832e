import { HonestLimits, SideDoorList } from '@/components/guardian/settings/SideDoorList.tsx';
import { useSideDoors } from '@/components/guardian/settings/use-side-doors.ts';
import { useServices } from '@/components/services.ts';

import { StepFrame } from './StepFrame.tsx';

/** The doors this browser leaves open, live. Leaving them open is allowed, and said in so many words. */
export function DoorsStep({ onNext }: { onNext: () => void }) {
  const { text } = useServices();
  const [doors] = useSideDoors();
  const closed = doors !== null && doors.privateWindows && doors.siteAccess;
  return (
    <StepFrame
      step="doors"
      heading={text('setupDoorsHeading')}
      intro={text('setupDoorsIntro')}
      onBack={null}
      onNext={onNext}
      next={text(closed ? 'next' : 'setupDoorsSkip')}
      skips={!closed}
    >
      <SideDoorList level="h2" />
      <HonestLimits />
    </StepFrame>
  );
}
