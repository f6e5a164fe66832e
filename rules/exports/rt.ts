// The same ticket that Saathi posts by itself, for a desk that got the report as a file.
import type { Letter } from '../reporting/schema.ts';
import { ticketOf } from '../reporting/ticket.ts';
import { tidyLetter } from './tidy.ts';

export const toRt = (letter: Letter, queue: string): object => ticketOf(tidyLetter(letter), queue);
