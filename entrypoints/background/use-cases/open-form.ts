// The official form in a tab, and the card with the facts beside it.
import type { Body } from '@/rules/messages/contract.ts';
import type { Done } from '@/rules/messages/replies.ts';
import type { FormFilled } from '@/rules/messages/report-replies.ts';

import { Refusal } from '../answer.ts';
import type { WorldWithReports } from '../reports.ts';
import type { Sender } from '../sender.ts';

export async function openForm(
  _world: WorldWithReports,
  _wish: Body<'form.open'>,
  _from: Sender,
): Promise<Done> {
  throw new Refusal('not-found');
}

export async function fillForm(
  _world: WorldWithReports,
  _reportId: string,
  _from: Sender,
): Promise<FormFilled> {
  throw new Refusal('not-found');
}
