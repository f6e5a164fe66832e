import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';

export type WhichChildProps = {
  readonly children: readonly { readonly id: string; readonly nickname: string }[];
  readonly value: string;
  readonly onChange: (childId: string) => void;
};

/** Asked only where there is more than one. */
export function WhichChild({ children, value, onChange }: WhichChildProps) {
  const { text } = useServices();
  if (children.length < 2) return null;
  return (
    <Choices
      label={text('cardsChild')}
      look="chips"
      options={children.map(({ id, nickname }) => ({ value: id, label: nickname }))}
      value={value}
      onChange={onChange}
    />
  );
}
