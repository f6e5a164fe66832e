import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import {
  checkSecret,
  normaliseSecret,
  shortestSecret,
  type SecretFailure,
} from '@/rules/guardian/secret.ts';
import { fail, type Result } from '@/rules/result.ts';

export type TypedSecret = { readonly secret: string; readonly again: string };
export type SecretProblem = SecretFailure | 'differs';
export const nothingTyped: TypedSecret = { secret: '', again: '' };

export type SecretFieldsProps = {
  readonly typed: TypedSecret;
  readonly onChange: (typed: TypedSecret) => void;
  readonly problem: SecretProblem | null;
  /** It takes the place of another one. */
  readonly isNew?: boolean;
};

/** A new PIN or passphrase, twice. Paste and password managers are welcome. */
export function SecretFields({ typed, onChange, problem, isNew = false }: SecretFieldsProps) {
  const { text } = useServices();
  const words = problem === null ? undefined : text(`secret-${problem}`, { count: shortestSecret });
  return (
    <div class="stack">
      <Field
        label={text(isNew ? 'secretNewLabel' : 'secretLabel')}
        hint={text('secretHint', { count: shortestSecret })}
        type="password"
        dir="ltr"
        autoComplete="new-password"
        value={typed.secret}
        onInput={(secret) => onChange({ ...typed, secret })}
        error={problem === 'differs' ? undefined : words}
      />
      <Field
        label={text('secretAgain')}
        type="password"
        dir="ltr"
        autoComplete="new-password"
        value={typed.again}
        onInput={(again) => onChange({ ...typed, again })}
        error={problem === 'differs' ? words : undefined}
      />
    </div>
  );
}

/** The normalised secret, or what is wrong with what was typed. */
export function readTyped(
  { secret, again }: TypedSecret,
  nicknames: readonly string[],
): Result<string, SecretProblem> {
  const checked = checkSecret(secret, { nicknames });
  return checked.ok && normaliseSecret(again) !== checked.value ? fail('differs') : checked;
}
