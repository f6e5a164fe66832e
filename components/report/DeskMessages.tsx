import { useId, useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { DeskMessage, ReportState } from '@/rules/messages/report-replies.ts';

import { deskName } from './route-words.ts';
import type { Reporting } from './use-report.ts';

/** What the desk wrote and what was written back. Only who has been asked something can answer. */
export function DeskMessages({ reporting, report }: { reporting: Reporting; report: ReportState }) {
  const { text, band } = useServices();
  const id = useId();
  const { messages } = report;
  if (messages.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby={id}>
      <h3 id={id}>{text('messagesHeading')}</h3>
      <div role="log">
        <ol class="messages">
          {messages.map((message) => (
            <li key={message.id} class={`message message-${message.from}`}>
              <Message message={message} desk={deskName(report.route)} />
            </li>
          ))}
        </ol>
      </div>
      {band !== '5-8' && report.state === 'delivered' && report.deskHasNone !== true && (
        <WriteBack reporting={reporting} />
      )}
    </section>
  );
}

function Message({ message, desk }: { message: DeskMessage; desk: string }) {
  const services = useServices();
  const { text } = services;
  const who = message.from === 'desk' ? desk : text('messageYou');
  return (
    <>
      <p class="soft small">
        <bdi>{who}</bdi>
        {` · ${whenWords(services, message.at)}`}
      </p>
      <p class="message-words" dir="auto">
        {message.text}
      </p>
      {message.state !== undefined && <p class="small">{text(`messageState-${message.state}`)}</p>}
      {message.from === 'desk' && <ReadAloud words={message.text} />}
    </>
  );
}

function WriteBack({ reporting }: { reporting: Reporting }) {
  const { text } = useServices();
  const [words, setWords] = useState('');
  const send = async () => {
    // What could not be sent stays in the box.
    if (await reporting.reply(words.trim())) setWords('');
  };
  return (
    <div class="stack-tight">
      <Field
        label={text('replyLabel')}
        hint={text('replyHint')}
        value={words}
        onInput={setWords}
        rows={2}
        maxLength={500}
        dir="auto"
      />
      <div class="row">
        <Button
          icon="send"
          busy={reporting.busy}
          disabled={words.trim() === ''}
          onPress={() => void send()}
        >
          {text('replySend')}
        </Button>
      </div>
    </div>
  );
}
