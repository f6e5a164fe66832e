import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';
import type { RuleRef } from '@/rules/time/sentence-data.ts';

import { useRuleWords } from './rule-sentence.ts';
import { RuleNotes } from './RuleNotes.tsx';
import { useRules } from './rules-context.ts';

export type PanelProps = {
  readonly line: ComponentChildren;
  /** What stands below, folded or not. */
  readonly notes: ComponentChildren;
  readonly startsOpen: boolean;
  /** Only to be read. */
  readonly disabled: boolean;
  readonly children: ComponentChildren;
};

/** One line that says what it is; what it is made of stands behind it. */
export function Panel({ line, notes, startsOpen, disabled, children }: PanelProps) {
  const { text } = useServices();
  // Open as it began: a line that changes while it is typed does not fold its own boxes away.
  const [open] = useState(startsOpen);
  return (
    <li class="panel rule">
      <details open={open}>
        <summary class="rule-line">
          <span class="rule-words">{line}</span>
          <span class="rule-change">
            {text(disabled ? 'panelLook' : 'change')}
            <Icon name="chevron" />
          </span>
        </summary>
        <div class="rule-body stack">{children}</div>
      </details>
      {notes}
    </li>
  );
}

export type RulePanelProps = {
  readonly rule: RuleRef;
  readonly startsOpen: boolean;
  /** Only to be read. */
  readonly disabled: boolean;
  readonly children: ComponentChildren;
};

/** A rule as its sentence, with what disagrees with it below. */
export function RulePanel({ rule, startsOpen, disabled, children }: RulePanelProps) {
  const { text } = useServices();
  const ruleWords = useRuleWords();
  const sentence = useRules().sentenceOf(rule);
  return (
    <Panel
      line={sentence === null ? text('sayNever') : ruleWords(sentence)}
      notes={<RuleNotes about={rule} />}
      startsOpen={startsOpen}
      disabled={disabled}
    >
      {children}
    </Panel>
  );
}
