import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { correctionFor } from '@/rules/lists/correction.ts';
import type { MatchedList } from '@/rules/messages/replies.ts';

export type CorrectionNoteProps = { readonly list: MatchedList; readonly host: string };

/** A note to who keeps a list, ready to be read, copied and opened. It is never sent by itself. */
export function CorrectionNote({ list, host }: CorrectionNoteProps) {
  const { text, copy } = useServices();
  const [copied, setCopied] = useState(false);
  const note = correctionFor(
    {
      host,
      listName: list.name,
      category: list.category,
      edition: list.updatedAt === null ? null : new Date(list.updatedAt).toISOString().slice(0, 10),
    },
    list.corrections,
  );
  const isMail = note.href?.startsWith('mailto:') ?? false;
  return (
    <div class="stack-tight">
      <p class="strong">{text('correctionHeading', { name: list.name })}</p>
      <p class="correction-words small" dir="ltr" lang="en">
        {`${note.subject}\n\n${note.body}`}
      </p>
      <div class="row">
        {note.href !== null && (
          <LinkButton size="small" icon={isMail ? 'mail' : 'external'} href={note.href}>
            {text(isMail ? 'correctionMail' : 'correctionForm')}
            <span class="visually-hidden">{`: ${list.name}`}</span>
          </LinkButton>
        )}
        <Button
          size="small"
          icon={copied ? 'check' : 'copy'}
          onPress={() => void copy(`${note.subject}\n\n${note.body}`).then(() => setCopied(true))}
        >
          {text(copied ? 'copied' : 'copy')}
          <span class="visually-hidden">{`: ${list.name}`}</span>
        </Button>
      </div>
      {note.href === null && <p class="soft small">{text('correctionNone')}</p>}
      <p class="soft small">{text('correctionYours')}</p>
    </div>
  );
}
