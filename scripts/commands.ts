// Other programs: finding them on PATH and running them with their output kept.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

export type Finished = { readonly code: number; readonly output: string };

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Print as it comes, too. */
  readonly live?: boolean;
  readonly timeoutMs?: number;
};

/** A tool's first line asks PATH for `node`, and must find the project's own even when the script was started by hand. */
const toolsFirst = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);

/** Runs a program in the repository's folder; never rejects: a program that can not start gives code 127. */
export function run(
  command: string,
  args: readonly string[],
  { env = {}, live = false, timeoutMs = 0 }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const parts: string[] = [];
    const keep = (chunk: Buffer) => {
      parts.push(chunk.toString());
      if (live) process.stdout.write(chunk);
    };
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: toolsFirst, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      ...(timeoutMs > 0 ? { timeout: timeoutMs } : {}),
    });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}

/** Where a program of node_modules/.bin lies. */
export const tool = (name: string): string => join(root, 'node_modules', '.bin', name);

/** The full path of the first of these programs that PATH knows. */
export function firstOnPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isProgram);
    if (found !== undefined) return found;
  }
  return null;
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us to run: either way it is no program we can use.
    return false;
  }
}
