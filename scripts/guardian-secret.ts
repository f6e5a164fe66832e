// Makes the two keys that stand beside a managed policy: the hashed guardian PIN and the hash of its recovery code.
//   node scripts/guardian-secret.ts
// The PIN is asked for, or read from a pipe; it is never an argument, which a shell would keep in its history.
// The two keys go to standard output as JSON, the recovery code and all words to standard error.
import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { argon2id } from 'hash-wasm';

import { toBase64 } from '../rules/guardian/bytes.ts';
import { parseParams, presentParams, serialiseGuardianRecord } from '../rules/guardian/record.ts';
import {
  normaliseRecoveryCode,
  recoveryBytes,
  recoveryCodeFrom,
} from '../rules/guardian/recovery.ts';
import { checkSecret, shortestSecret, type SecretFailure } from '../rules/guardian/secret.ts';

export type ManagedGuardian = {
  readonly keys: { readonly guardianSecret: string; readonly recoveryVerifier: string };
  readonly recoveryCode: string;
};

/** The keys for a normalised secret. `random` is passed in so that a test can repeat it. */
export async function managedGuardian(
  secret: string,
  random: (bytes: number) => Uint8Array = randomBytes,
): Promise<ManagedGuardian> {
  const salt = Uint8Array.from(random(16));
  const key = await derive(secret, salt);
  const recoveryCode = recoveryCodeFrom(Uint8Array.from(random(recoveryBytes)));
  if (!recoveryCode.ok) throw new Error('The source of randomness gave too few bytes');
  return {
    keys: {
      guardianSecret: serialiseGuardianRecord({
        params: presentParams,
        salt: toBase64(salt),
        verifier: sha256(key),
      }),
      recoveryVerifier: sha256(normaliseRecoveryCode(recoveryCode.value)),
    },
    recoveryCode: recoveryCode.value,
  };
}

/** Argon2id with the present parameters: 32 bytes. */
async function derive(secret: string, salt: Uint8Array): Promise<Uint8Array> {
  const params = parseParams(presentParams);
  if (params === null) throw new Error(`Unreadable parameters: ${presentParams}`);
  return argon2id({
    password: secret,
    salt,
    memorySize: params.m,
    iterations: params.t,
    parallelism: params.p,
    hashLength: 32,
    outputType: 'binary',
  });
}

const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('base64');

const complaints: Readonly<Record<SecretFailure, string>> = {
  'too-short': `It needs at least ${shortestSecret} characters.`,
  'too-long': 'It is too long.',
  'too-common': 'It is easy to guess: one of the first that anybody would try.',
  'same-as-name': 'It is a name that is known here.',
};

async function main(): Promise<number> {
  const typed = await askSecret();
  const checked = checkSecret(typed, { nicknames: [] });
  if (!checked.ok) {
    console.error(complaints[checked.failure]);
    return 1;
  }
  const { keys, recoveryCode } = await managedGuardian(checked.value);
  console.error(`\nRecovery code (print it, keep it on paper): ${recoveryCode}\n`);
  console.error('Put these two keys beside the policy in the managed document:');
  console.log(JSON.stringify(keys, null, 2));
  return 0;
}

/** From the keyboard nothing of it is shown; from a pipe the first line is taken. */
async function askSecret(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Guardian PIN or passphrase: ');
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: silence,
    terminal: process.stdin.isTTY,
  });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}

if (import.meta.main) process.exitCode = await main();
