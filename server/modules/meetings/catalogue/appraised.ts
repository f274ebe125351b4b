import { frequencyKinds } from '@zhixing/contract/words.ts'
import { and, eq } from 'drizzle-orm'
import { dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { appraisals } from '../../appraisal/table.ts'
import { rulesBelow } from '../../rules/index.ts'
import { cellOf } from '../rules/frequency.ts'
import { periodsOf } from '../rules/periods.ts'
import type { Branch } from './owing.ts'
import { cellState } from './board.ts'

type Scope = {
  readonly path: string
  readonly branches: readonly Branch[]
  readonly year: number
  readonly now: Date
}
type Round = typeof appraisals.$inferSelect

/** 民主评议 on the board: owed once a year like the life meeting beside it, kept by the round that was closed. */
export async function appraisedOf(db: Reader, { path, branches, year, now }: Scope) {
  const today = dayOf(now)
  const rulesFor = await rulesBelow(db, ['meeting.appraisal.year', 'meeting.makeup.days'], path)
  const ids = branches.map(({ id }) => id)
  const rounds = await db
    .select()
    .from(appraisals)
    .where(and(oneOf(appraisals.organizationId, ids), eq(appraisals.year, year)))
  const roundOn = new Map(rounds.map((round) => [round.organizationId, round]))
  return branches.map((branch) => {
    const rules = rulesFor({ path: branch.path, day: today })
    const { value: needed, clause, from } = rules['meeting.appraisal.year']
    const makeUpDays = rules['meeting.makeup.days'].value
    const { foundedOn: since, dissolvedOn: until } = branch
    const owed = { needed, makeUpDays, today, since, until }
    const round = roundOn.get(branch.id)
    const own = round ? [asMeeting(round)] : []
    return {
      groupId: null,
      groupName: '',
      organizationId: branch.id,
      organizationName: branch.name,
      kind: 'appraisal' as const,
      kindName: frequencyKinds.appraisal,
      clause,
      ruleFrom: from,
      needed,
      makeUpDays,
      cells: periodsOf(year, 'year').map((period) => ({
        ...cellState(cellOf(period, { own, all: [] }, owed)),
        meetings: [],
        round: round ? roundOf(round) : null,
      })),
    }
  })
}

/** Held on the day on which it was closed, and under way until then; it counts for the year that it is about. */
function asMeeting({ unitId, id: activityId, year, openedOn, closedOn }: Round) {
  return {
    unitId,
    activityId,
    title: '',
    month: `${year}-12`,
    startsAt: startOf(closedOn ?? openedOn),
    state: closedOn ? ('closed' as const) : ('begun' as const),
    closedAt: closedOn ? startOf(closedOn) : null,
    isLate: false,
  }
}

function roundOf({ unitId, id: appraisalId, openedOn, closedOn }: Round) {
  return { unitId, appraisalId, openedOn, closedOn }
}
