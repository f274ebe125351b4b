import { and, eq } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { endRoll } from '../modules/activities/acts/end-roll.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { plan } from '../modules/activities/acts/plan.ts'
import { write } from '../modules/activities/acts/write.ts'
import { draftPlan } from '../modules/activities/views/draft.ts'
import { activities } from '../modules/activities/table.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import type { Person } from './world.ts'

type Key = { readonly unitId: string; readonly activityId: string }
type Changes = Partial<Parameters<typeof plan>[1]>

/** A plan as the form sends it, for a meeting that has just ended, where nothing else is said. */
export async function formFor(secretary: Person, organizationId: string, changes: Changes = {}) {
  const kind = changes.kind ?? 'themeDay'
  const draft = await draftPlan(secretary, { organizationId, kind, groupId: null })
  const form = { activityId: newId(), organizationId, groupId: null }
  return { ...draft.plan, ...justEnded(secretary, draft.plan), ...form, kind, ...changes }
}

function justEnded(secretary: Person, usual: { startsAt: string; endsAt: string }) {
  const endsAt = secretary.now()
  const length = Date.parse(usual.endsAt) - Date.parse(usual.startsAt)
  const startsAt = new Date(endsAt.getTime() - length)
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}

export async function planned(secretary: Person, organizationId: string, changes: Changes = {}) {
  return plan(secretary, await formFor(secretary, organizationId, changes))
}

/** Hours pass for what an organization has on its calendar, where the clock itself cannot be moved. */
export async function passHours(db: Db, organizationId: string, hours: number) {
  const { id, startsAt, endsAt } = activities
  const held = eq(activities.organizationId, organizationId)
  const earlier = (at: Date) => new Date(at.getTime() - hours * 3_600_000)
  // Reckoned here: a cluster lets no row be changed by what the database knows of hours.
  for (const row of await db.select({ id, startsAt, endsAt }).from(activities).where(held)) {
    const set = { startsAt: earlier(row.startsAt), endsAt: earlier(row.endsAt) }
    await db
      .update(activities)
      .set(set)
      .where(and(held, eq(id, row.id)))
  }
}

/** Everybody came, everything on the agenda was done and written down; only the closing is left. */
export async function finished(secretary: Person, key: Key, changes: Partial<Written> = {}) {
  await markRest(secretary, { ...key, mark: 'present' })
  await endRoll(secretary, key)
  await written(secretary, key, changes)
  return closing(secretary, key)
}

type Written = Pick<Parameters<typeof write>[1], 'minutes' | 'resolution' | 'agenda'>

export async function written(secretary: Person, key: Key, changes: Partial<Written> = {}) {
  const { version, agenda, resolution } = await showActivity(secretary, key)
  const done = agenda.map((item) => ({ ...item, isDone: true }))
  const minutes = '学习了有关文件，讨论了本月工作。'
  return write(secretary, { ...key, version, minutes, resolution, agenda: done, ...changes })
}

/** What the closing button sends. */
export async function closing(secretary: Person, key: Key) {
  const { version } = await showActivity(secretary, key)
  return { ...key, version }
}
