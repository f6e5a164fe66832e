import './notice.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';

export type NoticeProps = {
  /** "calm": good to know. "good": it worked. "care": look at this first. */
  readonly tone: 'calm' | 'good' | 'care';
  readonly icon?: IconName;
  /** Said aloud by a screen reader when it appears. */
  readonly live?: boolean;
  readonly children: ComponentChildren;
};

const icons = { calm: 'info', good: 'check', care: 'heart' } as const;

export function Notice({ tone, icon = icons[tone], live = false, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div class="notice-words">{children}</div>
    </div>
  );
}
