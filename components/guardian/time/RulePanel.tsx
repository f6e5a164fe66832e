import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';
import type { RuleRef } from '@/rules/time/sentence-data.ts';

import { ConflictNotes } from './ConflictNotes.tsx';
import { useRuleWords } from './rule-sentence.ts';
import { useRules } from './rules-context.ts';

export type RulePanelProps = {
  readonly rule: RuleRef;
  readonly startsOpen: boolean;
  readonly children: ComponentChildren;
};

/** A rule as its sentence, with what disagrees with it below. Behind "change" is what it is made of. */
export function RulePanel({ rule, startsOpen, children }: RulePanelProps) {
  const { text } = useServices();
  const ruleWords = useRuleWords();
  // Open as it began: a sentence that changes while it is typed does not fold its own boxes away.
  const [open] = useState(startsOpen);
  const sentence = useRules().sentenceOf(rule);
  return (
    <li class="panel rule">
      <details open={open}>
        <summary class="rule-line">
          <span class="rule-words">{sentence === null ? text('sayNever') : ruleWords(sentence)}</span>
          <span class="rule-change">
            {text('change')}
            <Icon name="chevron" />
          </span>
        </summary>
        <div class="rule-body stack">{children}</div>
      </details>
      <ConflictNotes about={rule} />
    </li>
  );
}
