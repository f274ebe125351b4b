import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { paperworkOf, sittingsOf } from '../catalogue/facts.ts'
import type { groupsIn } from '../catalogue/facts.ts'
import { filingDueOn, filingState, planState, quarterStandings, sumsOf } from '../rules/standing.ts'

type Found = Awaited<ReturnType<typeof groupsIn>>[number]

/** Rows of the list and the head of a group's page, by the same figures. */
export async function rowsOf(
  db: Reader,
  found: readonly Found[],
  { year, now }: { readonly year: number; readonly now: Date },
) {
  const groups = found.map(({ group }) => group)
  const span = { from: `${String(year)}-01-01`, until: `${String(year)}-12-31` }
  const sittings = await sittingsOf(db, groups, span)
  const papers = await paperworkOf(
    db,
    groups.map(({ id }) => id),
    year,
  )
  const today = dayOf(now)
  return found.map(({ group, organizationName }) => {
    const { id, unitId, organizationId, name, path } = group
    const own = sittings.of(id)
    const demands = sittings.rules.demandsOf(path, year)
    const [part, whole] = demands.attendance
    const sums = sumsOf(own, now)
    const { held, halfDays, due, present, observed, reported, overdue, hearings } = sums
    const seats = papers.seats.get(id) ?? []
    return {
      unitId,
      groupId: id,
      organizationId,
      organizationName,
      name,
      leaderName: seats.find(({ role }) => role === 'leader')?.name ?? '',
      people: seats.length,
      hearings,
      standing: {
        quarters: quarterStandings(own, { year, demands, today }),
        held,
        halfDays,
        halfDaysNeeded: demands.days * 2,
        due,
        present,
        attendanceNeeded: part / whole,
        observed,
        reported,
        overdue,
        plan: planState(papers.plans.get(id)),
        filing: filingState(papers.filings.get(id), filingDueOn(year, demands.filingDays), today),
      },
    }
  })
}
