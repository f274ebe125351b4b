import { contract } from '@zhixing/contract'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { OwnSight } from '../../../kernel/view.ts'
import { ownView } from '../../../kernel/view.ts'
import { findCase } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { tasksOf } from '../rules/way.ts'
import { findEntries, findOwn } from '../store/applicants.ts'
import { findContacts } from '../store/contacts.ts'
import { findTasks } from '../store/tasks.ts'
import { applicantContacts, applicants } from '../table.ts'
import { chronicleOf } from './chronicle.ts'
import { rowOf, selectRows } from './rows.ts'
import { eventsAhead } from './events.ts'
import { taskOf } from './next.ts'
import { stepsOf } from './show.ts'
import { totalsOf } from './totals.ts'

/** What applicants do not read about themselves: what others were asked, and how they were voted on. */
const kept = new Set([
  'thought',
  'training',
  'service',
  'points',
  'contacts',
  'notice',
  'moved',
  'activity',
  'task',
])

/** My own way, and those whom I cultivate. */
export const showMine = ownView(contract.development.mine, async (sight) => {
  const own = await findOwn(sight.db, sight.actor)
  return { own: own ? await ownOf(sight, own) : null, cultivating: await cultivatedBy(sight) }
})

type Own = NonNullable<Awaited<ReturnType<typeof findOwn>>>

async function ownOf({ db, now: at }: OwnSight, { applicant, organizationName }: Own) {
  const { unitId, id: applicantId, name, stage, appliedOn, caseId } = applicant
  const key = { unitId, applicantId }
  const found = await findCase(db, { unitId, caseId })
  if (!found) return null
  const entries = await findEntries(db, key)
  const contacts = await findContacts(db, key)
  const steps = stepsOf(found)
  const now = steps.find(({ isNow }) => isNow)
  const chronicle = await chronicleOf(
    db,
    found,
    entries.filter(({ kind }) => kept.has(kind)),
  )
  const decided = new Set(found.steps.map((step) => step.name))
  return {
    ...key,
    name,
    stage,
    organizationName,
    appliedOn,
    steps,
    next: now
      ? {
          name: now.name,
          earliestOn: found.earliestOn,
          dueOn: found.dueOn,
        }
      : null,
    tasks: tasksOf(found.step, stage),
    contacts: contacts.filter(({ until }) => until === null).map((one) => one.name),
    totals: await totalsOf(db, {
      applicant,
      found,
      entries,
    }),
    plan: (await findTasks(db, key)).map((task) => taskOf(task, dayOf(at))),
    events: await eventsAhead(db, applicant, at),
    entries: chronicle
      .filter(({ what }) => !decided.has(what))
      .map(({ what, text, on, byName }) => ({
        what,
        text,
        on,
        byName,
      })),
  }
}

/** Those whom somebody cultivates, and what they have taken on for them. */
export async function cultivatedBy({ db, actor, now }: Pick<OwnSight, 'db' | 'actor' | 'now'>) {
  const { unitId, memberId } = actor
  if (!memberId) return []
  const today = dayOf(now)
  const months = await monthsOf(db, actor.place.path, today)
  const rows = await selectRows(db, { months })
    .innerJoin(
      applicantContacts,
      and(
        eq(applicantContacts.unitId, applicants.unitId),
        eq(applicantContacts.applicantId, applicants.id),
      ),
    )
    .where(
      and(
        eq(applicants.unitId, unitId),
        eq(applicantContacts.memberId, memberId),
        eq(applicantContacts.role, 'contact'),
        isNull(applicantContacts.until),
        sql`${applicants.stage} not in ('full', 'ended')`,
      ),
    )
    .orderBy(applicants.nameKey, applicants.id)
  return Promise.all(
    rows.map(async (row) => {
      const { applicantId, name, organizationName, stage, ...rest } = rowOf(row, today)
      const { inspectOn, isInspectionLate } = rest
      const own = (await findTasks(db, { unitId, applicantId })).filter(
        ({ owner }) => owner === 'contact',
      )
      const tasks = own.map((task) => taskOf(task, today))
      const seen = { unitId, applicantId, name, organizationName, stage }
      return { ...seen, inspectOn, isInspectionLate, tasks }
    }),
  )
}

async function monthsOf(db: Reader, path: string, day: string): Promise<number> {
  const { value } = await ruleAt(db, 'dev.inspect', { path, day })
  return value
}
