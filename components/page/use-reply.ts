import { useCallback, useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Body, MessageName, Refused, ReplyTo } from '@/rules/messages/contract.ts';

import { usePageState } from './page-state.ts';

/** Messages that only read, and can do so without being told anything. */
type Readable = {
  [Name in MessageName]: Record<string, never> extends Body<Name> ? Name : never;
}[MessageName] &
  `${string}.read`;

export type Replied<Name extends Readable> = {
  /** null: not there yet, or refused. */
  readonly value: ReplyTo<Name> | null;
  readonly failure: Refused | null;
  readonly reload: () => Promise<void>;
};

/** What the background answers, asked again when the page is looked at again and, if wished, every so often. */
export function useReply<Name extends Readable>(
  name: Name,
  everyMs?: number,
  about?: Body<Name>,
): Replied<Name> {
  const { ask } = useServices();
  // Another state: the background has told of a change.
  const { state } = usePageState();
  const [replied, setReplied] = useState<Omit<Replied<Name>, 'reload'>>({
    value: null,
    failure: null,
  });
  // As words, so that an equal one is the same.
  const body = JSON.stringify(about ?? {});
  const reload = useCallback(async () => {
    const answered = await ask(name, JSON.parse(body) as Body<Name>);
    setReplied((last) =>
      answered.ok
        ? { value: answered.value, failure: null }
        : { value: last.value, failure: answered.failure },
    );
  }, [ask, name, body]);
  useEffect(() => void reload(), [reload, state]);
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = everyMs === undefined ? undefined : setInterval(lookIfSeen, everyMs);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [reload, everyMs]);
  return { ...replied, reload };
}
