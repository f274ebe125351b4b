import { and, eq } from 'drizzle-orm'
import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { openSession } from '../modules/activities/index.ts'
import { ledgerLevelOf } from '../modules/classes/rules/level.ts'
import { factsOf } from '../modules/classes/steps/facts.ts'
import { dueOf } from '../modules/classes/steps/session.ts'
import { classEnrolments, classQuotas, classes, partners } from '../modules/classes/table.ts'
import { keepSessionRow } from '../modules/classes/store/sessions.ts'
import { planItems } from '../modules/plans/table.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import { applicationsOf, lessonsOf } from './training.ts'
import type { DemoClass } from './training.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Sent = { readonly person: DemoMember; readonly home: DemoBranch['branch'] }

/** Three classes of the county: one that takes people, one that waits for its approval, one with a partner. */
export async function plantTraining(
  scene: Scene,
  { county }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const partnerId = newId()
  const { unitId, id: organizationId, path } = county
  await scene.tx.insert(partners).values({
    unitId,
    id: partnerId,
    organizationId,
    path,
    name: '禾岭县人力资源和社会保障局',
    field: 'labour',
    contactName: '罗培',
    contactPhone: '0700-5550188',
  })
  const sent = filled.flatMap(({ branch, officers }): Sent[] => {
    const [person] = officers.values()
    return person ? [{ person, home: branch }] : []
  })
  const [item] = await scene.tx
    .select({ id: planItems.id })
    .from(planItems)
    .where(and(eq(planItems.unitId, unitId), eq(planItems.title, '支部书记示范班')))
  const known = { partnerId, planItemId: item?.id ?? null }
  for (const one of applicationsOf(dayOf(scene.now), known))
    await plantOne(scene, county, { one, sent: sent.slice(0, one.comes) })
}

async function plantOne(
  { tx, now }: Scene,
  { unitId, id: organizationId, path }: DemoTree['organizations'][number],
  { one, sent }: { one: DemoClass; sent: readonly Sent[] },
): Promise<void> {
  const { application, state } = one
  const classId = newId()
  const by = { byId: newId(), byName: '县委组织部', at: now }
  const isOpen = state === 'announced'
  await tx.insert(classes).values({
    ...factsOf(application),
    ...by,
    unitId,
    id: classId,
    organizationId,
    path,
    state,
    announcedAt: isOpen ? startOf(addDays(dayOf(now), -3)) : null,
  })
  const quotaId = newId()
  const seats = Math.min(application.people, Math.max(1, sent.length))
  const quota = { unitId, id: quotaId, classId, organizationId, seats }
  await tx.insert(classQuotas).values({ ...quota, taken: isOpen ? sent.length : 0 })
  if (!isOpen || sent.length === 0) return

  const seat = { unitId, classId, quotaId, byId: by.byId, at: now }
  await insertAll(
    tx,
    classEnrolments,
    sent.map((somebody) => enrolmentOf(somebody, seat)),
  )
  const key = { unitId, classId }
  const due = await dueOf(tx, key)
  for (const lesson of lessonsOf(application)) {
    const id = newId()
    await keepSessionRow(tx, { ...lesson, ...key, id, hasRecord: true })
    await openSession(tx, {
      title: `${application.title}：${lesson.title}`,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      placeText: lesson.place,
      lecturer: { name: lesson.lecturerName },
      category: lesson.category,
      level: ledgerLevelOf(application.level),
      planItemId: application.planItemId,
      heading: application.planItemId ? 'skills' : null,
      unitId,
      organizationId,
      activityId: id,
      due,
      by: by.byId,
      now,
    })
  }
}

type Seat = Pick<
  typeof classEnrolments.$inferInsert,
  'unitId' | 'classId' | 'byId' | 'at' | 'quotaId'
>

function enrolmentOf({ person: { id: memberId, name }, home }: Sent, seat: Seat) {
  return {
    ...seat,
    id: newId(),
    memberUnitId: seat.unitId,
    memberId,
    name,
    nameKey: nameKeyOf(name),
    organizationId: home.id,
    organizationName: home.name,
    learnerKind: 'member' as const,
    state: 'enrolled' as const,
    way: 'nominated' as const,
  }
}
