import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { rulesAt } from '../../rules/index.ts'
import { stateOf } from '../rules.ts'
import { findPlan, findStudies } from '../store.ts'
import { ledgerMinutes, ownLessons, pointsOf } from '../catalogue/there.ts'

type Asked = {
  readonly unitId: string
  readonly memberId: string
  readonly path: string
  readonly year: number
  readonly today: Day
}

/** One leader's year: where they are expected, what they did there, what they meant to study and what they did. */
export async function sheetOf(db: Reader, { path, year, today, ...who }: Asked) {
  const plan = await findPlan(db, who, year)
  const studies = await findStudies(db, who, year)
  const points = await pointsOf(db, { memberIds: [who.memberId] }, year)
  const lessons = await ownLessons(db, [who.memberId], year)
  return {
    year,
    due: await dueAt(db, path, today),
    points,
    ownLessons: lessons.get(who.memberId) ?? 0,
    plan: {
      state: planStateOf(plan),
      goal: plan?.goal ?? '',
      items: (plan?.items ?? []).map((item) => stateOf(item, studies, today)),
      submittedAt: plan?.submittedAt?.toISOString() ?? null,
      version: plan?.version ?? 0,
    },
    studies: studies.map(({ id, itemId, on, way, title, minutes, note }) => ({
      studyId: id,
      itemId,
      on,
      way,
      title,
      minutes,
      note,
    })),
    ledgerMinutes: await ledgerMinutes(db, who, year),
  }
}

export function planStateOf(plan: { readonly submittedAt: Date | null } | undefined) {
  if (!plan) return 'none' as const
  return plan.submittedAt ? ('submitted' as const) : ('draft' as const)
}

/** How often a place asks its leaders to be at the branches that they look after, and to speak there. */
export async function dueAt(db: Reader, path: string, day: Day) {
  const rules = await rulesAt(db, ['leader.contact.visits', 'leader.contact.lessons'], {
    path,
    day,
  })
  return {
    visits: rules['leader.contact.visits'].value,
    lessons: rules['leader.contact.lessons'].value,
  }
}
