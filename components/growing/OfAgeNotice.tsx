import { usePageState } from '@/components/page/page-state.ts';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';

/** At 18 every page says that the controls have ended. Help and reports stay. */
export function OfAgeNotice({ audience }: { audience: 'child' | 'guardian' }) {
  const { text } = useServices();
  const { state } = usePageState();
  if (state?.child?.isOfAge !== true) return null;
  const { nickname } = state.child;
  const key = audience === 'child' ? 'growingEndedChild' : 'growingEndedGuardian';
  return (
    <Notice tone="good" icon="grow">
      <p class="strong">{text(`${key}Heading`, { child: nickname })}</p>
      <p>{text(`${key}Body`, { child: nickname })}</p>
    </Notice>
  );
}
