import { buildIfStale } from '../../scripts/fresh-build.ts';

/** What is judged here is what would be shipped: both builds, made anew when a source is newer. */
export async function setup(): Promise<void> {
  for (const target of ['chrome', 'firefox'] as const) {
    const { code, output } = await buildIfStale(target);
    if (code !== 0) throw new Error(`The ${target} build failed:\n${output}`);
  }
}
