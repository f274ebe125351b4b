import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantPlanning } from '../../testing/plans.ts'
import { keep } from './acts/keep-policy.ts'
import { save } from './acts/save.ts'
import { listPolicies } from './views/policies.ts'
import { show } from './views/show.ts'
import type { Organization, Person } from '../../testing/world.ts'

let planning: Awaited<ReturnType<typeof plantPlanning>>
beforeEach(async () => void (planning = await plantPlanning()))

const task = { id: newId(), text: '每年对农村党员轮训一遍' }
const facts = {
  title: '2024—2028年党员教育培训工作规划实施方案',
  kind: 'plan' as const,
  level: 'county' as const,
  number: '县组发〔2024〕3号',
  issuer: '县委组织部',
  issuedOn: '2024-03-01',
  from: '2024-01-01',
  until: '2028-12-31',
  summary: '',
  tasks: [task],
}
const kept = (policyId: string, changes: object = {}) =>
  keep(planning.world.organizer, {
    policyId,
    organizationId: planning.world.county.id,
    version: null,
    isNewEdition: false,
    fileIds: [],
    ...facts,
    ...changes,
  })
const listed = (by: Person, organization: Organization) =>
  listPolicies(by, { organizationId: organization.id, all: false, page: 1, size: 50 })

test('[S3-01] its tasks are linked to the local plans that carry them out', async () => {
  const { world, village, villager, begin } = planning
  const policyId = newId()
  await kept(policyId)
  const before = await listed(villager, village)
  expect(before).toMatchObject({ tasks: 1, open: 1, canKeep: false })
  const key = await begin({ by: villager, organization: village })
  const { version, goals, problems, topics, projects, ...plan } = await show(villager, key)
  const { title, fromYear, untilYear, expected, qualityTarget } = plan
  const told = { title, fromYear, untilYear, expected, qualityTarget, goals, problems, topics }
  const basis = [{ policyUnitId: world.county.unitId, policyId, taskId: task.id }]
  const strange = [{ ...basis[0]!, taskId: newId() }]
  const link = (list: typeof basis) =>
    save(villager, { ...key, version, ...told, projects, basis: list })
  await expectRefusal(link(strange), 'plans.basis')
  await link(basis)
  const after = await listed(villager, village)
  expect(after.open).toBe(0)
  expect(after.rows[0]?.carriedOut).toMatchObject([{ planTitle: '河湾村支部2026年计划' }])
  expect((await show(villager, key)).basisSentences[0]?.sentence).toBe(
    '《2024—2028年党员教育培训工作规划实施方案》（2024—2028）：每年对农村党员轮训一遍',
  )
  await expectRefusal(kept(policyId, { version: 0, tasks: [] }), 'policies.taskUsed')
})

test('[S3-32] a new wording stands beside the old', async () => {
  const { world } = planning
  const policyId = newId()
  await kept(policyId, { kind: 'opinion', title: '党务干部队伍建设意见（试行）' })
  const changed = {
    version: 0,
    isNewEdition: true,
    title: '党务干部队伍建设意见',
    from: '2026-01-01',
  }
  expect(await kept(policyId, changed)).toMatchObject({ edition: 2 })
  const { rows } = await listed(world.organizer, world.county)
  expect(rows).toMatchObject([
    { title: '党务干部队伍建设意见', edition: 2, earlier: [{ edition: 1, from: '2024-01-01' }] },
  ])
  await expectRefusal(kept(policyId, changed), 'input.stale')
})
