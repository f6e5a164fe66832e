// The builder of lists as the background knows it: one command at a time, in a thread of its own that is there only while
// there is work. Chromium needs a document to start it from.
import { browser } from 'wxt/browser';

import {
  type BuilderEvent,
  builderPort,
  type Command,
  eventSchema,
} from '@/entrypoints/list-builder-parts/protocol.ts';
import { parseWith } from '@/rules/parse.ts';

import { leaveOffscreen, openOffscreen } from '../adapters/offscreen.ts';

type Progress = Extract<BuilderEvent, { kind: 'progress' }>;
export type BuilderAnswer = Exclude<BuilderEvent, Progress>;

export type Builder = {
  /** Null: it was stopped, or its thread is gone. */
  readonly run: (
    command: Command,
    onProgress: (progress: Progress) => void,
  ) => Promise<BuilderAnswer | null>;
  /** Ends what is running and lets the thread go. */
  readonly stop: () => Promise<void>;
};

type Road = {
  readonly send: (command: Command) => void;
  readonly close: () => Promise<void>;
};
type Hear = { readonly event: (untrusted: unknown) => void; readonly gone: () => void };
type OpenRoad = (hear: Hear) => Promise<Road>;

export const createBuilder = (): Builder =>
  builderOver(browser.offscreen === undefined ? openWorker : openDocument);

export function builderOver(open: OpenRoad): Builder {
  let roadCache: Promise<Road> | null = null;
  let waiting: {
    progress: (event: Progress) => void;
    end: (answer: BuilderAnswer | null) => void;
  } | null = null;
  const end = (answer: BuilderAnswer | null): void => {
    waiting?.end(answer);
    waiting = null;
  };
  const gone = (): void => {
    roadCache = null;
    end(null);
  };
  const event = (untrusted: unknown): void => {
    const heard = parseWith(eventSchema, untrusted);
    if (!heard.ok) end({ kind: 'failed', problem: 'broken' });
    else if (heard.value.kind === 'progress') waiting?.progress(heard.value);
    else end(heard.value);
  };
  return {
    async run(command, onProgress) {
      const opening = (roadCache ??= open({ event, gone }));
      opening.catch(gone);
      const road = await opening;
      // Stopped while it opened: whoever stopped it closes it, and nobody would answer.
      if (roadCache !== opening) return null;
      return new Promise((resolve) => {
        waiting = { progress: onProgress, end: resolve };
        road.send(command);
      });
    },
    async stop() {
      const road = roadCache;
      gone();
      await (await road?.catch(() => null))?.close(); // a road that never opened needs no closing
    },
  };
}

/** Firefox: the background is a page. */
const openWorker: OpenRoad = async (hear) => {
  const worker = new Worker('/list-builder.js');
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear.event(data));
  worker.addEventListener('error', () => hear.event({ kind: 'failed', problem: 'broken' }));
  return {
    send: (command) => worker.postMessage(command),
    close: async () => worker.terminate(),
  };
};

/** Chromium: an old document of a worker that died serves as well. */
const openDocument: OpenRoad = async (hear) => {
  await openOffscreen('lists');
  const port = browser.runtime.connect({ name: builderPort });
  port.onMessage.addListener((message: unknown) => hear.event(message));
  port.onDisconnect.addListener(() => hear.gone());
  return {
    send: (command) => port.postMessage(command),
    async close() {
      port.disconnect();
      await leaveOffscreen('lists');
    },
  };
};
