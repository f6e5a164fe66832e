// The text model of the package.
import { makeTextJudge } from '@/rules/text/judge-text.ts';
import type { TextJudge } from '@/rules/text/judge.ts';
import { readModel } from '@/rules/text/model.ts';

import { createModelReader } from './packaged-model.ts';

export const createTextModel = (): (() => Promise<TextJudge | null>) =>
  createModelReader('/models/text.bin', (bytes) => {
    const model = readModel(bytes);
    return model.ok ? makeTextJudge(model.value) : null;
  });
