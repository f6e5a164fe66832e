// The same made-up examples for everybody and every time: a run that failed fails again. SAATHI_SEED=NUMBER draws others, "any"
// draws others each time.
import fc from 'fast-check';

const asked = process.env['SAATHI_SEED'] ?? '20261122';
if (asked !== 'any') fc.configureGlobal({ seed: Number(asked) });
