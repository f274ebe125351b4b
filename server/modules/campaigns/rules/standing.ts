import type { CampaignTally } from '@zhixing/contract'
import type {
  findingLights,
  findingStates,
  returnStates,
} from '@zhixing/contract/campaign-words.ts'
import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type ReturnState = keyof typeof returnStates
type FindingState = keyof typeof findingStates

/** How long before its day a finding is shown as near. */
const nearDays = 7

type Given = { readonly isLate: boolean; readonly corrections: number; readonly sentBack: string }

/** How a return stands that an organization owes until a day. */
export function returnStateOf(given: Given | undefined, dueOn: Day, today: Day): ReturnState {
  if (!given) return dueOn < today ? 'overdue' : 'due'
  if (given.sentBack !== '') return 'sentBack'
  if (given.isLate) return 'late'
  return given.corrections > 0 ? 'corrected' : 'returned'
}

export function isGiven(state: ReturnState): boolean {
  return state === 'late' || state === 'corrected' || state === 'returned'
}

export function lightOf(
  { state, dueOn }: { readonly state: FindingState; readonly dueOn: Day },
  today: Day,
): keyof typeof findingLights {
  if (state === 'closed') return 'done'
  if (dueOn < today) return 'overdue'
  return dueOn <= addDays(today, nearDays) ? 'near' : 'onTime'
}

export const nothing: CampaignTally = {
  branches: 0,
  asked: 0,
  held: 0,
  late: 0,
  people: 0,
  reached: 0,
  readers: 0,
  returnsDue: 0,
  returned: 0,
  returnsLate: 0,
  returnsOverdue: 0,
  findings: 0,
  findingsClosed: 0,
  findingsOverdue: 0,
  entries: 0,
  selected: 0,
}

export function add(one: CampaignTally, other: CampaignTally): CampaignTally {
  return {
    branches: one.branches + other.branches,
    asked: one.asked + other.asked,
    held: one.held + other.held,
    late: one.late + other.late,
    people: one.people + other.people,
    reached: one.reached + other.reached,
    readers: one.readers + other.readers,
    returnsDue: one.returnsDue + other.returnsDue,
    returned: one.returned + other.returned,
    returnsLate: one.returnsLate + other.returnsLate,
    returnsOverdue: one.returnsOverdue + other.returnsOverdue,
    findings: one.findings + other.findings,
    findingsClosed: one.findingsClosed + other.findingsClosed,
    findingsOverdue: one.findingsOverdue + other.findingsOverdue,
    entries: one.entries + other.entries,
    selected: one.selected + other.selected,
  }
}

/** Who owes the most is looked at first. */
export function behindFirst(one: CampaignTally, other: CampaignTally): number {
  return (
    other.returnsOverdue + other.findingsOverdue - one.returnsOverdue - one.findingsOverdue ||
    shareOf(one) - shareOf(other) ||
    other.branches - one.branches
  )
}

function shareOf({ asked, held }: CampaignTally): number {
  return asked === 0 ? 1 : held / asked
}
