import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Body, Refused } from '@/rules/messages/contract.ts';

import { makeSecret, newRecoveryCode, recoveryVerifier } from '../make-secret.ts';
import { nothingTyped, readTyped, type SecretProblem, type TypedSecret } from '../SecretFields.tsx';

export type SecretDone = 'changed' | Refused;
/** What the background may know of a new secret, with a new recovery code if one was made. */
export type NewSecret = {
  readonly secret: Body<'guardian.recover'>['secret'];
  readonly recoveryVerifier?: string;
};

/** A new PIN as it is typed, with or without a new recovery code, which must be on paper first. */
export function useNewSecret(nicknames: readonly string[], withCode: boolean) {
  const services = useServices();
  const [typed, setTyped] = useState<TypedSecret>(nothingTyped);
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [code, setCode] = useState(() => (withCode ? newRecoveryCode(services) : null));
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);

  /** null: something is missing, and it is said where. */
  const make = async (): Promise<NewSecret | null> => {
    setAsked(true);
    const read = readTyped(typed, nicknames);
    setProblem(read.ok ? null : read.failure);
    if (!read.ok || (code !== null && !kept)) return null;
    const secret = await makeSecret(services, read.value);
    return code === null
      ? { secret }
      : { secret, recoveryVerifier: await recoveryVerifier(services, code) };
  };
  const wantCode = (wanted: boolean) => {
    setCode(wanted ? newRecoveryCode(services) : null);
    setKept(false);
    setAsked(false);
  };
  const clear = () => {
    setTyped(nothingTyped);
    setAsked(false);
    if (!withCode) setCode(null);
  };
  const fields = { typed, problem, onChange: setTyped };
  const card = code === null ? null : { code, kept, onKept: setKept, missing: asked && !kept };
  return { fields, card, asked, make, wantCode, clear };
}
