// `web-ext lint` on the Firefox build: no error at all, and only the warnings that are known, each by its count.
import { run, tool } from './commands.ts';
import { buildFolder } from './fresh-build.ts';

type Finding = { readonly code: string; readonly message: string; readonly file?: string };
type Findings = { readonly errors: readonly Finding[]; readonly warnings: readonly Finding[] };
export type Linted = { readonly ok: boolean; readonly output: string };

/** Known warnings: how many of each there may be, and why they may. */
const known: Readonly<Record<string, { readonly atMost: number; readonly because: string }>> = {
  UNSAFE_VAR_ASSIGNMENT: {
    atMost: 8,
    because:
      "Preact's own dangerouslySetInnerHTML support, never used: once for each page's bundle",
  },
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: {
    atMost: 1,
    because:
      'the consent declaration came to Firefox for Android later; this build is for desktops',
  },
};

export async function lintFirefoxBuild(): Promise<Linted> {
  const { output } = await run(tool('web-ext'), [
    'lint',
    '--source-dir',
    buildFolder('firefox'),
    '--output',
    'json',
    '--boring',
  ]);
  const findings = parse(output);
  if (findings === null) return { ok: false, output };
  const wrong = [...findings.errors, ...unknownWarnings(findings.warnings)];
  return {
    ok: wrong.length === 0,
    output: wrong.map(({ code, message, file }) => `${code} ${file ?? ''}: ${message}`).join('\n'),
  };
}

function unknownWarnings(warnings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return warnings.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count > (known[code]?.atMost ?? 0);
  });
}

function parse(output: string): Findings | null {
  const start = output.indexOf('{');
  if (start < 0) return null;
  try {
    return JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as Findings;
  } catch {
    // Not its JSON: web-ext itself failed, and its words say why.
    return null;
  }
}
