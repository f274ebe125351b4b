import type { State } from './periods.ts'

export type Counts = {
  readonly organizations: number
  readonly items: number
  readonly done: number
  readonly late: number
  readonly overdue: number
  readonly unsigned: number
}

export const nothing: Counts = {
  organizations: 0,
  items: 0,
  done: 0,
  late: 0,
  overdue: 0,
  unsigned: 0,
}

/** What the duties of one organization come to. */
export function countsOf(states: readonly State[], unsigned: number): Counts {
  const times = (which: State) => states.filter((state) => state === which).length
  const late = times('late')
  return {
    organizations: 1,
    items: states.length,
    done: times('done') + late,
    late,
    overdue: times('overdue'),
    unsigned,
  }
}

export function add(one: Counts, other: Counts): Counts {
  return {
    organizations: one.organizations + other.organizations,
    items: one.items + other.items,
    done: one.done + other.done,
    late: one.late + other.late,
    overdue: one.overdue + other.overdue,
    unsigned: one.unsigned + other.unsigned,
  }
}
