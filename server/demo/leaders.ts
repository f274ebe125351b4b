import { addMonths, dayOf } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import type { DemoOrganization } from './tree.ts'

/** Sent from above, without an election: they serve no term. */
const withoutTerm: ReadonlySet<DemoOrganization['kind']> = new Set([
  'workCommittee',
  'agencyCommittee',
])

/** Who leads what lies above the branches: a secretary of one of its branches, nobody twice. */
export function leaderRows(
  all: readonly DemoOrganization[],
  filled: readonly DemoBranch[],
  now: Date,
) {
  const above = all.filter(({ kind }) => kind !== 'branch' && kind !== 'jointBranch')
  const taken = new Set<DemoMember>()
  const leaders = above.toReversed().flatMap((organization) => {
    const secretary = filled
      .filter(({ branch }) => branch.path.startsWith(organization.path))
      .flatMap(({ officers }) => officers.get('secretary') ?? [])
      .find((one) => !taken.has(one))
    if (!secretary) return []
    taken.add(secretary)
    return [{ organization, secretary }]
  })
  const from = addMonths(dayOf(now), -20)
  return {
    posts: leaders.map(({ organization, secretary }) => ({
      id: newId(),
      unitId: organization.unitId,
      organizationId: organization.id,
      memberId: secretary.id,
      post: 'secretary' as const,
      from,
      byId: newId(),
    })),
    terms: leaders
      .filter(({ organization }) => !withoutTerm.has(organization.kind))
      .map(({ organization }) => ({
        id: newId(),
        organizationId: organization.id,
        electedOn: from,
        endsOn: addMonths(from, 60),
      })),
  }
}
