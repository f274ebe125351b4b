import { and, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf, quarterOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { stateOf } from '../rules/session.ts'
import type { State } from '../rules/session.ts'
import { filingDueOn } from '../rules/standing.ts'
import { studyFilings, studyGroups, studyObservations, studySessions } from '../table.ts'
import { dueOnOf, isClosed, isGroupIn } from './facts.ts'
import { inYear, ofObservation } from './observers.ts'
import type { studyRulesBelow } from './rules.ts'

type Rules = Awaited<ReturnType<typeof studyRulesBelow>>

/** Sittings that are over and not reported: few, and the only ones whose state asks the rules. */
export async function unreported(
  db: Reader,
  where: SQL | undefined,
  { rules, now }: { readonly rules: Rules; readonly now: Date },
) {
  const rows = await db
    .select({ session: studySessions })
    .from(studySessions)
    .where(and(where, isOpen, lte(studySessions.endsAt, now)))
  const judged = rows.map((row) => ({
    id: row.session.id,
    groupId: row.session.groupId,
    state: stateOf(row.session, dueOnOf(rules, row), now),
  }))
  return {
    overdue: judged.filter(({ state }) => state === 'overdue'),
    owed: judged.filter(({ state }) => state === 'owed'),
  }
}

const isOpen = and(isNull(studySessions.reportedAt), isNull(studySessions.cancelledAt))

/** A state as a condition; those that ask the rules are found already. */
export function isInState(
  state: State,
  found: Awaited<ReturnType<typeof unreported>>,
  now: Date,
): SQL | undefined {
  if (state === 'cancelled') return isNotNull(studySessions.cancelledAt)
  if (state === 'reported')
    return and(isNotNull(studySessions.reportedAt), isNull(studySessions.cancelledAt))
  if (state === 'planned') return and(isOpen, gt(studySessions.endsAt, now))
  return oneOf(
    studySessions.id,
    found[state].map(({ id }) => id),
  )
}

type Asked = { readonly reach: Reach; readonly text: string; readonly year: number }

/** One line of figures for each group of the reach: what the head of the list counts. */
export async function headsOf(
  db: Reader,
  { reach, text, year }: Asked,
  { rules, now }: { readonly rules: Rules; readonly now: Date },
) {
  const today = dayOf(now)
  const quarter = quarterOf(today)
  const ofGroup = sql`${studySessions.unitId} = ${studyGroups.unitId} and ${studySessions.groupId} = ${studyGroups.id}`
  const rows = await db
    .select({
      groupId: studyGroups.id,
      organizationId: studyGroups.organizationId,
      path: studyGroups.path,
      discussed: sql<number>`(select count(*)::int from ${studySessions} where ${ofGroup} and ${inYear(year)}
        and ${studySessions.form} = 'discussion' and ${studySessions.cancelledAt} is null and ${isClosed}
        and extract(quarter from ${studySessions.startsAt} at time zone 'Asia/Shanghai') = ${quarter})`,
      observed: sql<boolean>`exists (select from ${studyObservations} join ${studySessions} on ${ofObservation}
        where ${ofGroup} and ${inYear(year)} and ${studyObservations.withdrawnAt} is null
        and ${studyObservations.observedAt} is not null)`,
      filed: sql<boolean>`exists (select from ${studyFilings} where ${studyFilings.unitId} = ${studyGroups.unitId}
        and ${studyFilings.groupId} = ${studyGroups.id} and ${studyFilings.year} = ${year})`,
    })
    .from(studyGroups)
    .innerJoin(organizations, eq(organizations.id, studyGroups.organizationId))
    .where(isGroupIn(reach, text))
  return rows.map(({ path, discussed, filed, ...row }) => {
    const { quarters, filingDays } = rules.demandsOf(path, year)
    return {
      ...row,
      isKept: discussed >= (quarters[quarter - 1] ?? 0),
      isUnfiled: !filed && today > filingDueOn(year, filingDays),
    }
  })
}
