import type { Actor } from '../../../kernel/caller.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { findById, isBranch } from '../../organizations/index.ts'
import { carryCase, moveCase } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import {
  changeApplicant,
  findEntries,
  keepApplicant,
  keepEntry,
  moveNotices,
} from '../store/applicants.ts'
import { endContacts } from '../store/contacts.ts'
import { copyTasks } from '../store/tasks.ts'
import type { Applicant, Key } from '../store/applicants.ts'
import { requireOnTheWay } from './require.ts'

type Branch = {
  readonly id: string
  readonly unitId: string
  readonly path: string
  readonly name: string
  readonly kind: Parameters<typeof isBranch>[0]
}

type HandOver = Key & {
  /** Another try with the same form is not another transfer. */
  readonly formId: string
  readonly to: Branch
  /** The member they are there, if they are on the roll by then. */
  readonly memberId?: string | null
  /** Why, and that the papers were handed over and checked. */
  readonly papersChecked: string
  readonly by: Pick<Actor, 'accountId' | 'name'>
  readonly now: Date
}

const settled = new Set(['superiorTalk', 'approve'])

/**
 * Somebody goes on in another branch with all the time they have, under the rules they began with: in the unit as the
 * same file; in another unit as a copy of it, and what stays behind is closed. Contacts are appointed anew.
 * Returns where the file is now.
 */
export async function handOver(tx: Db, asked: HandOver): Promise<Key & { isNew: boolean }> {
  const { formId, to, papersChecked, by, now } = asked
  const { applicant, found } = await requireOnTheWay({ tx, reach: ['/'] }, asked)
  const { name, unitId, id: applicantId } = applicant
  if (!isBranch(to.kind)) throw conflict('development.notBranch', { 组织: to.name })
  if (to.id === applicant.organizationId)
    throw conflict('development.sameBranch', { 姓名: name, 组织: to.name })
  if (settled.has(found.step)) throw conflict('development.moveNow')

  const on = dayOf(now)
  const from = await findById(tx, applicant.organizationId)
  const text = `由${from?.name ?? ''}转到${to.name}：${papersChecked}`
  const said = { kind: 'moved' as const, on, text, byId: by.accountId, byName: by.name, at: now }
  const isNew = await keepEntry(tx, { ...said, unitId, applicantId, formId })
  if (!isNew) return { unitId, applicantId, isNew }
  await endContacts(tx, { unitId, applicantId }, on)
  if (to.unitId !== unitId) return { ...(await carry(tx, { applicant, found, on }, asked)), isNew }

  const place = { organizationId: to.id, path: to.path }
  await changeApplicant(tx, applicant, {
    ...place,
    memberId: asked.memberId ?? applicant.memberId,
  })
  await moveCase(tx, { unitId, caseId: found.id }, place)
  return { unitId, applicantId, isNew }
}

type Standing = { readonly applicant: Applicant; readonly found: Case; readonly on: Day }

/** A file of its own in the other unit, with everything that was written into the one that stays. */
async function carry(tx: Db, { applicant, found, on }: Standing, asked: HandOver): Promise<Key> {
  const { to, memberId = null, by, papersChecked: reason, now } = asked
  const key = { unitId: applicant.unitId, applicantId: applicant.id }
  const there = { unitId: to.unitId, applicantId: newId() }
  const place = { unitId: to.unitId, organizationId: to.id, path: to.path }
  await changeApplicant(tx, applicant, {
    stage: 'ended',
    endedOn: on,
    accountId: null,
    movedToUnitId: there.unitId,
    movedToId: there.applicantId,
  })
  const caseId = await carryCase(
    tx,
    { unitId: key.unitId, caseId: found.id },
    {
      ...place,
      subject: `applicant:${there.applicantId}`,
      page: `/development/${there.unitId}/${there.applicantId}`,
      by,
      reason,
      now,
    },
  )
  const { version: _, ...facts } = applicant
  await unlessBroken(
    keepApplicant(tx, {
      ...facts,
      ...place,
      id: there.applicantId,
      caseId,
      memberId,
      formId: newId(),
    }),
    'applicants_on_the_way_once',
    conflict('development.known'),
  )
  for (const { id: _id, ...entry } of await findEntries(tx, key))
    // One after the other, in the order in which they happened.
    // oxlint-disable-next-line no-await-in-loop
    await keepEntry(tx, { ...entry, ...there, formId: newId() })
  await copyTasks(tx, key, there)
  await moveNotices(tx, key, there)
  return there
}
