export type Due = 'branch' | 'committee' | 'group'

const dueByKind: Readonly<Record<string, Due>> = {
  committeeMeeting: 'committee',
  groupMeeting: 'group',
}

/** Whom an activity of this kind concerns. */
export function dueOf(kind: string): Due {
  return dueByKind[kind] ?? 'branch'
}

const halfDay = 240

/** What it is expected to bring: its length by the clock, at most a half day. */
export function minutesOf(startsAt: Date, endsAt: Date): number {
  return Math.min(halfDay, Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000))
}

type Ahead = {
  readonly organizationId: string
  readonly groupId: string | null
  readonly due: Due
  readonly day: string
  readonly title: string
  readonly minutes: number
}

type Someone = {
  readonly organizationId: string
  readonly groupId: string | null
  readonly sitsOnCommittee: boolean
}

/** What lies ahead of somebody, soonest first. */
export function comingFor<A extends Ahead>(planned: readonly A[], someone: Someone): A[] {
  return planned.filter(({ organizationId, groupId, due }) => {
    if (organizationId !== someone.organizationId) return false
    if (due === 'committee') return someone.sitsOnCommittee
    return due === 'branch' || groupId === someone.groupId
  })
}
