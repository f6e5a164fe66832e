import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { FilePicker } from '@/components/ui/FilePicker.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ParseFailure } from '@/rules/parse.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';
import { fail, type Result } from '@/rules/result.ts';

import type { PolicyDesk } from '../use-policy.ts';

const mostBytes = 4_000_000;
const schemaOfThisVersion = 'saathi-policy/1';

type Read = 'same' | 'ready' | readonly ParseFailure[];

/** The rules as a file, out and in. What comes in is looked through first and becomes a change to be saved, or nothing. */
export function PolicyFile({ desk }: { desk: PolicyDesk }) {
  const { text, saveFile } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  const { policy, edit, readOnly } = desk;
  const take = async (file: Pick<File, 'size' | 'text'>) => {
    const result = await readPolicyFile(file);
    if (!result.ok) return setRead(result.failure);
    const same = JSON.stringify(result.value) === JSON.stringify(policy);
    setRead(same ? 'same' : 'ready');
    if (!same) edit(result.value);
  };
  return (
    <Card heading={text('fileHeading')} icon="download">
      <p class="soft">{text('fileIntro')}</p>
      <div>
        <Button
          icon="download"
          onPress={() => saveFile('saathi-policy.json', `${JSON.stringify(policy, null, 2)}\n`)}
        >
          {text('fileExport')}
        </Button>
      </div>
      {!readOnly && <FilePicker label={text('fileImport')} onFile={(file) => void take(file)} />}
      <Outcome read={read} />
    </Card>
  );
}

function Outcome({ read }: { read: Read | null }) {
  const { text } = useServices();
  if (read === null) return null;
  if (read === 'same' || read === 'ready') {
    return (
      <Notice tone="good" live>
        <p>{text(read === 'same' ? 'fileSame' : 'fileReady')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="care" live>
      <p class="strong">{text('fileRefused')}</p>
      <ul class="bullets small">
        {read.map(({ path, message }) => (
          <li key={`${path} ${message}`} dir="ltr" lang="en">
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** An untrusted file as a policy, or what is wrong with it and where. */
export async function readPolicyFile(
  file: Pick<File, 'size' | 'text'>,
): Promise<Result<Policy, readonly ParseFailure[]>> {
  if (file.size > mostBytes) return fail([{ path: '', message: 'The file is larger than 4 MB' }]);
  const words = await file.text();
  try {
    const untrusted: unknown = JSON.parse(words.replace(/^\uFEFF/, ''));
    const newer = newerSchemaOf(untrusted);
    if (newer === null) return readPolicy(untrusted);
    const what = `This file is of a newer Saathi (${newer}).`;
    return fail([{ path: '', message: `${what} Update Saathi here first, then choose it again.` }]);
  } catch (error) {
    // SyntaxError is what JSON.parse throws; its message names the place.
    const why = error instanceof SyntaxError ? error.message : 'unreadable';
    return fail([{ path: '', message: `Not JSON of a ${schemaOfThisVersion} file: ${why}` }]);
  }
}

/** What a later version writes can not be told piece by piece: its name says enough. */
function newerSchemaOf(untrusted: unknown): string | null {
  if (typeof untrusted !== 'object' || untrusted === null || !('schema' in untrusted)) return null;
  const { schema } = untrusted;
  return typeof schema === 'string' && /^saathi-policy\/(?:[2-9]|[1-9]\d{1,3})$/.test(schema)
    ? schema
    : null;
}
