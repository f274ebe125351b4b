import { contract } from '@zhixing/contract'
import { view } from '../../../kernel/view.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { branchesAt } from '../catalogue/scope.ts'
import { proposalFor } from '../catalogue/proposal.ts'
import { momentOf } from '../rules/slots.ts'

/** A lawful calendar to look at: nothing is planned until it is accepted. */
export const propose = view(
  contract.schedules.propose,
  async ({ db, now, reach }, { organizationId, from, until, moved, leftOut }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const branches = await branchesAt(db, { organization, below, now })
    const out = new Set(leftOut)
    const moves = new Map(
      moved.map(({ key, on, at, place }) => [key, { day: on, clock: at, place }]),
    )
    const proposal = await proposalFor(db, {
      from,
      until,
      path: organization.path,
      branches,
      moved: moves,
      isLeftOut: (key) => out.has(key),
      now,
    })
    const drafts = new Map(proposal.drafts.map((one) => [one.key, one]))
    return {
      organizationName: organization.name,
      isBranch: isBranch(organization.kind),
      branches: branches.length,
      arranged: proposal.arranged,
      later: proposal.later,
      provisionalYears: proposal.provisionalYears,
      rows: proposal.lines.flatMap(({ line, slot, place, ...said }) => {
        const draft = drafts.get(line.key)
        if (!draft) return []
        const { owed } = draft
        const start = momentOf(slot)
        return {
          key: line.key,
          organizationId: owed.organizationId,
          organizationName: owed.organizationName,
          kind: owed.kind.key,
          kindName: owed.kindName,
          groupId: owed.groupId,
          groupName: owed.groupName,
          label: owed.period.label,
          title: line.title,
          startsAt: new Date(start).toISOString(),
          endsAt: new Date(start + line.minutes * 60_000).toISOString(),
          place,
          lecturerName: draft.lecturer?.name ?? '',
          topics: draft.topics.map(({ title }) => title),
          isMakeUp: owed.isMakeUp,
          isMoved: said.isMoved,
          why: [...said.why],
          warnings: [...said.warnings],
          clash: said.clash,
          clause: owed.clause,
        }
      }),
    }
  },
)
