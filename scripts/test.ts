// `npm test`: everything, in order, one line a step; the first failure ends it and shows its output.
// --quick leaves out what needs a browser or a build; --strict (CI) lets nothing be skipped for want of a browser.
import { steps, type Outcome, type Step } from './steps.ts';

const quick = process.argv.includes('--quick');
const strict = process.argv.includes('--strict');
const total = { passed: 0, failed: 0, skipped: 0 };

const chosen = steps.filter((step) => step.quick || !quick);
for (const step of chosen) {
  const ok = await take(step);
  if (!ok) {
    process.exitCode = 1;
    break;
  }
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);

async function take(step: Step): Promise<boolean> {
  const started = performance.now();
  const outcome = await step.run({ strict });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  total.passed += outcome.passed ?? 0;
  total.skipped += outcome.skipped ?? 0;
  // A step that fails without a failed test (a lint error, say) is one failure.
  total.failed += outcome.ok ? (outcome.failed ?? 0) : Math.max(outcome.failed ?? 0, 1);
  console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)${told(outcome)}`);
  if (!outcome.ok) console.log(`\n${outcome.output.trim()}\n`);
  return outcome.ok;
}

function told({ passed, skipped, note }: Outcome): string {
  const parts = [
    passed === undefined ? '' : `${passed} tests`,
    (skipped ?? 0) > 0 ? `${skipped} skipped` : '',
    note ?? '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}
