// One command, one answer. What the worker does, without the worker.
import type { BuilderEvent, Command } from './protocol.ts';
import { sweep } from './shelf.ts';
import { type BuilderTools, remove, update } from './update.ts';

export async function work(command: Command, tools: BuilderTools): Promise<BuilderEvent> {
  if (command.kind === 'update') return update(command, tools);
  if (command.kind === 'remove') return remove(command);
  await sweep(command);
  return { kind: 'swept' };
}
