import { expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { plantCounties } from '../../testing/counties.ts'
import { noon, plantMember } from '../../testing/world.ts'
import { postHours } from '../ledgers/index.ts'
import { posts } from '../members/table.ts'
import { byOrganization, gaps, listRequirements } from './views/groups.ts'

type Branch = Parameters<typeof plantMember>[1]

async function study(branch: Branch, memberId: string, minutes: number) {
  const { unitId } = branch
  const sourceId = newId()
  const facts = { source: 'study', title: '集体学习', isCentralized: true, minutes } as const
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId }
  const posting = { unitId, memberId, day: '2026-03-02', ...facts, ...rule, ...by }
  return inTransaction(db, (tx) => postHours(tx, [posting]))
}

const lead = async ({ unitId, id: organizationId }: Branch, memberId: string) =>
  db.insert(posts).values({
    unitId,
    memberId,
    organizationId,
    post: 'secretary',
    from: '2026-01-01',
    byId: newId(),
  })

test('a province is gone through county by county, and everybody is counted once', async () => {
  const { top, north, south, organizer } = await plantCounties(db)
  const [studious, begun, secretary] = [
    await plantMember(db, north.branch),
    await plantMember(db, south.branch),
    await plantMember(db, south.branch),
  ]
  await study(north.branch, studious, 480)
  await study(south.branch, begun, 60)
  await lead(south.branch, secretary)

  const at = { organizationId: top.id, requirement: 'memberHours' } as const
  const { rows } = await listRequirements(organizer, { organizationId: top.id })
  const found = (key: string) => rows.find((row) => row.key === key)
  expect(found('memberHours')).toMatchObject({ people: 4, doneMinutes: 540, untrained: 2 })
  expect(found('committeeHours')).toMatchObject({ people: 1, untrained: 1 })

  const below = await byOrganization(organizer, at)
  // The organizer, a member of the province's own, belongs to nothing directly below.
  expect(below).toMatchObject({ people: 4, doneMinutes: 540 })
  expect(below.rows.map(({ name, people, doneMinutes }) => [name, people, doneMinutes])).toEqual([
    [north.seat.name, 1, 480],
    [south.seat.name, 2, 60],
  ])

  const { organizations, cohorts } = await gaps(organizer, at)
  expect(new Set(organizations.map(({ people }) => people))).toEqual(new Set([1, 2]))
  expect(cohorts.find(({ cohort }) => cohort === 'secretary')).toMatchObject({ people: 1 })
})
