import { systemAct } from '../../../kernel/act.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { nobody } from '../../../kernel/trace.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendToEach } from '../../notices/index.ts'
import { sayFen } from '../rules/remittance.ts'
import { readStates, standingOf } from '../steps/read-states.ts'
import { settle } from '../steps/settle.ts'
import { findBranches, findRoll, lockPeople } from '../store/people.ts'
import type { Branch } from '../store/people.ts'

/** Opens the month for every branch that has fixed its bases, and lets the clocks speak; once, however often it runs. */
export async function watchDues(surroundings: Surroundings): Promise<number> {
  const branches = await findBranches(surroundings.db)
  for (const branch of branches) await watchBranch(surroundings, branch)
  return branches.length
}

const watchBranch = systemAct('dues.watch', async ({ tx, now }, branch: Branch) => {
  const { unitId, organizationId, parentId, path } = branch
  const roll = await findRoll(tx, [path], unitId)
  const memberIds = roll.map(({ member }) => member.id)
  await lockPeople(tx, [path], { unitId, memberIds })
  const by = { byId: nobody, byName: '平台', at: now }
  const posted = await settle(tx, { unitId, memberIds, by })

  const states = await readStates(tx, { unitId, memberIds, now })
  const secretaries = await findPeopleHolding(tx, 'dues.record', { organizationId, now })
  const clerks = parentId
    ? await findPeopleHolding(tx, 'dues.approve', { organizationId: parentId, now })
    : []
  const notices = [...states.facts].flatMap(([memberId, facts]) => {
    const standing = standingOf(states, facts, states.live.get(memberId) ?? [])
    const { name } = facts.person
    const { months, since, fen } = standing
    const { stage } = standing
    if (stage !== 'remind' && stage !== 'report') return []
    const isReport = stage === 'report'
    const told = { memberId, secretaries, clerks: isReport ? clerks : [] }
    return peopleOf(told).map((personId) => ({
      unitId,
      path,
      kind: 'dues',
      from: '平台',
      fromId: organizationId,
      personId,
      key: `arrears:${memberId}:${since ?? ''}:${stage}:${personId}`,
      title: isReport ? `${name}连续 ${months} 个月未交党费` : `${name}欠交党费满 ${months} 个月`,
      body:
        personId === memberId
          ? `从 ${since ?? ''} 起共欠 ${sayFen(fen)} 元，请尽快交清；有困难可以申请减免。`
          : `${name}从 ${since ?? ''} 起共欠 ${sayFen(fen)} 元，请谈话了解原因，有困难的帮助申请减免。`,
      link: '/dues',
    }))
  })
  const fresh = await sendToEach(tx, notices, now)
  return {
    value: { posted, told: fresh.size },
    place: { unitId, path },
    change:
      posted + fresh.size > 0
        ? { subject: `dues:${organizationId}`, after: { posted, told: fresh.size } }
        : 'none',
  }
})

type Told = {
  readonly memberId: string
  readonly secretaries: readonly string[]
  readonly clerks: readonly string[]
}

function peopleOf({ memberId, secretaries, clerks }: Told): string[] {
  return [...new Set([memberId, ...secretaries, ...clerks])]
}
