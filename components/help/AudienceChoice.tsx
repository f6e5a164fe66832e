import type { Services } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';

import type { Audience } from './guide-topics.ts';

export type AudienceChoiceProps = {
  readonly audience: Audience;
  readonly onChange: (audience: Audience) => void;
  readonly words: Services['text'];
};

/** A parent and a teacher do different things about the same. */
export function AudienceChoice({ audience, onChange, words }: AudienceChoiceProps) {
  return (
    <Choices<Audience>
      label={words('guidesAudience')}
      look="chips"
      options={[
        { value: 'parent', icon: 'family', label: words('guidesFor-parent') },
        { value: 'teacher', icon: 'school', label: words('guidesFor-teacher') },
      ]}
      value={audience}
      onChange={onChange}
    />
  );
}
