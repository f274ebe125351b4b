export type Due = 'branch' | 'committee' | 'group'

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
