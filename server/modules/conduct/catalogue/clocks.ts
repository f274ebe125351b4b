import { dayOf, lastDayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { arrearsFor } from '../../dues/index.ts'
import { rulesBelow } from '../../rules/index.ts'
import {
  gravest,
  isExcusedOn,
  isPaused,
  ladderKeys,
  runOf,
  sayRun,
  stageOf,
} from '../rules/clock.ts'
import type { ClockName, ClockStage, Ladder, MonthFact, Pause, Run } from '../rules/clock.ts'
import { likelyAt } from './likely.ts'
import { firstMonth, lifeMonths, workFacts } from './months.ts'
import { findPauses, findPeople } from './people.ts'
import type { Asked, Person } from './people.ts'

export type ClockFace = {
  readonly clock: ClockName
  readonly months: number
  readonly since: Month | null
  readonly stage: ClockStage
  readonly sentence: string
}

export type Watched = Person & {
  readonly clocks: readonly ClockFace[]
  readonly stage: ClockStage
  readonly isExcused: boolean
  readonly pauses: readonly Pause[]
  readonly life: readonly MonthFact[]
  readonly work: readonly MonthFact[]
  readonly ladder: Ladder
}

/** Everybody below a path with their three clocks, each by the rules of their own branch. */
export async function clocksAt(db: Reader, asked: Asked): Promise<Watched[]> {
  const day = dayOf(asked.now)
  const people = await findPeople(db, asked, day)
  if (people.length === 0) return []
  const work = await workFacts(db, asked, day)
  return facesOf(db, asked, { people, work })
}

/** So few are looked at one by one at once; of more, those first who may stand on it. */
const fewMost = 500

/** The same of those who stand on the ladder only: of a county, few are looked at; of the others any few may be asked. */
export async function onLadder(db: Reader, asked: Asked) {
  const day = dayOf(asked.now)
  const people = await findPeople(db, asked, day)
  const work = await workFacts(db, asked, day)
  const rulesOf = await rulesBelow(db, ladderKeys, asked.path)
  const paths = [...new Set(people.map(({ path }) => path))]
  const steps = paths.flatMap((path) => Object.values(rulesOf({ path, day })))
  const least = Math.min(...steps.map(({ value }) => value))
  const isMany = people.length > fewMost
  const likely = isMany && least > 0 ? await likelyAt(db, asked, least) : undefined
  // Without excuses a run is as long as it can be.
  const runs = { today: monthOf(day), pauses: [] }
  const some = people.filter(
    ({ memberId }) =>
      !likely || likely.has(memberId) || runOf(work.get(memberId) ?? [], runs).months >= least,
  )
  const memberIds = some.map(({ memberId }) => memberId)
  const watched = await facesOf(db, { ...asked, memberIds }, { people: some, work })
  const onIt = watched.filter(({ stage }) => stage !== 'clear')
  const ids = new Set(onIt.map(({ memberId }) => memberId))
  return {
    watched: onIt,
    clear: people.filter(({ memberId }) => !ids.has(memberId)),
    facesOf: async (few: readonly Person[]) =>
      facesOf(
        db,
        { ...asked, memberIds: few.map(({ memberId }) => memberId) },
        { people: few, work },
      ),
  }
}

type Known = { readonly people: readonly Person[]; readonly work: Map<string, MonthFact[]> }

async function facesOf(db: Reader, asked: Asked, { people, work }: Known): Promise<Watched[]> {
  const day = dayOf(asked.now)
  const today = monthOf(day)
  const pausesOf = await findPauses(db, people)
  const life = await lifeMonths(db, asked, day)
  const dues = await duesOf(db, people, asked.now)
  const rulesOf = await rulesBelow(db, ladderKeys, asked.path)
  return people.map((person) => {
    const { memberId, path } = person
    const pauses = pausesOf(memberId)
    const ladder = rulesOf({ path, day })
    const facts = { life: life.get(memberId) ?? [], work: work.get(memberId) ?? [] }
    const clocks = [
      faceOf('life', runOf(facts.life, { today, pauses }), ladder),
      faceOf('dues', dues.get(memberId) ?? { months: 0, since: null }, ladder),
      faceOf('work', runOf(facts.work, { today, pauses }), ladder),
    ]
    return {
      ...person,
      ...facts,
      clocks,
      ladder,
      pauses,
      stage: gravest(clocks.map(({ stage }) => stage)),
      isExcused: isExcusedOn(pauses, day),
    }
  })
}

function faceOf(clock: ClockName, run: Run, ladder: Ladder): ClockFace {
  return { clock, ...run, stage: stageOf(run.months, ladder), sentence: sayRun(clock, run) }
}

/** What dues say of each; they know waived months and excuses themselves. */
async function duesOf(db: Reader, people: readonly Person[], now: Date) {
  const runs = new Map<string, Run>()
  for (const [unitId, some] of Map.groupBy(people, (one) => one.unitId)) {
    const memberIds = some.map(({ memberId }) => memberId)
    // As many as there are units below the path, on one connection.
    // oxlint-disable-next-line no-await-in-loop
    for (const [memberId, { months, since }] of await arrearsFor(db, { unitId, memberIds, now }))
      runs.set(memberId, { months, since })
  }
  return runs
}

/** The months of one person as the panel draws them, oldest first. */
export function monthsOf({ life, work, pauses }: Watched, now: Date) {
  const from = firstMonth(dayOf(now))
  const rows = [
    ...life.map((fact) => ({ ...fact, clock: 'life' as const })),
    ...work.map((fact) => ({ ...fact, clock: 'work' as const })),
  ]
  return rows
    .filter(({ month }) => month >= from && month <= monthOf(lastDayOf(monthOf(dayOf(now)))))
    .map(({ month, clock, asked, done }) => ({
      month,
      clock,
      asked,
      done,
      isPaused: isPaused(pauses, month),
    }))
    .toSorted((one, other) => one.month.localeCompare(other.month))
}
