import type { topicStates, topicWays } from '@zhixing/contract/life-words.ts'
import type { Day } from '../../kernel/calendar.ts'

export type Way = keyof typeof topicWays
type State = keyof typeof topicStates

export type Tally = {
  readonly branches: number
  readonly begun: number
  readonly done: number
  readonly people: number
  readonly studied: number
  readonly ways: Readonly<Record<Way, number>>
}

/** One branch: who should study it there, and how many did, each counted once, by the way they did first. */
export type BranchTally = {
  readonly organizationId: string
  readonly path: string
  readonly people: number
  readonly ways: Readonly<Record<Way, number>>
}

const none: Tally = {
  branches: 0,
  begun: 0,
  done: 0,
  people: 0,
  studied: 0,
  ways: { whole: 0, batch: 0, doorstep: 0, alone: 0 },
}

/** Small batches and own pace count as much as one session for all: what matters is who has studied it. */
export function sumOf(branches: readonly BranchTally[]): Tally {
  return branches.reduce((sum, { people, ways }) => {
    const studied = ways.whole + ways.batch + ways.doorstep + ways.alone
    return {
      branches: sum.branches + 1,
      begun: sum.begun + (studied > 0 ? 1 : 0),
      done: sum.done + (people > 0 && studied >= people ? 1 : 0),
      people: sum.people + people,
      studied: sum.studied + studied,
      ways: {
        whole: sum.ways.whole + ways.whole,
        batch: sum.ways.batch + ways.batch,
        doorstep: sum.ways.doorstep + ways.doorstep,
        alone: sum.ways.alone + ways.alone,
      },
    }
  }, none)
}

/** Each child of a place with what its branches come to; those without any branch are left out. */
export function byChild<Child extends { readonly path: string }>(
  children: readonly Child[],
  branches: readonly BranchTally[],
): (Child & Tally)[] {
  return children
    .map((child) => ({
      ...child,
      ...sumOf(branches.filter(({ path }) => path.startsWith(child.path))),
    }))
    .filter((one) => one.branches > 0)
}

export function stateOf(
  { withdrawnAt, dueOn }: { readonly withdrawnAt: Date | null; readonly dueOn: Day },
  { people, studied }: Pick<Tally, 'people' | 'studied'>,
  today: Day,
): State {
  if (withdrawnAt) return 'withdrawn'
  if (people > 0 && studied >= people) return 'done'
  return dueOn < today ? 'overdue' : 'open'
}

/** Whether somebody who belongs at a path is meant. */
export function concerns(audience: readonly string[], path: string): boolean {
  return audience.some((prefix) => path.startsWith(prefix))
}

/** The parts of an audience that lie at or below a place; the place itself where the audience lies above it. */
export function narrowed(audience: readonly string[], path: string): string[] {
  const below = audience.filter((prefix) => prefix.startsWith(path))
  return concerns(audience, path) ? [path] : below
}
