// Gives parse failures their words. Apart from parse.ts, because the worker wakes without them: where a person reads a
// failure, a whole policy is read, and rules/policy/read.ts brings them.
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

z.config(en());
