import type { Actor } from '../../../kernel/caller.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { withdrawCase } from '../../procedures/index.ts'
import { changeApplicant, keepEntry } from '../store/applicants.ts'
import type { Applicant, Key } from '../store/applicants.ts'
import { endContacts } from '../store/contacts.ts'
import { requireOnTheWay } from './require.ts'

type Means = { readonly tx: Db; readonly now: Date; readonly actor: Actor }
type Ending = {
  readonly kind: 'exit' | 'moved'
  readonly text: string
  readonly reason: string
}

/** Their way ends here before its last step; what was written down stays. */
export async function endWay(
  { tx, now, actor }: Means,
  applicant: Applicant,
  { kind, text, reason }: Ending,
): Promise<void> {
  const { unitId, id: applicantId, caseId } = applicant
  const on = dayOf(now)
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  await keepEntry(tx, { ...by, unitId, applicantId, kind, text, formId: newId(), on })
  await withdrawCase(tx, { unitId, caseId }, { actor, reason, now })
  await changeApplicant(tx, applicant, { stage: 'ended', endedOn: on })
  await endContacts(tx, { unitId, applicantId }, on)
}

/** Somebody on probation leaves the platform: their papers go to where they go on, and nothing waits for them here. */
export async function letGo(means: Means, key: Key, toName: string): Promise<void> {
  const { applicant } = await requireOnTheWay({ tx: means.tx, reach: ['/'] }, key)
  const text = `组织关系转出到${toName}，培养考察材料一并移交`
  await endWay(means, applicant, { kind: 'moved', text, reason: text })
}
