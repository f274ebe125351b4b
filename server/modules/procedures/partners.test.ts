import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showBranch } from '../home/views/branch.ts'
import { rehome } from '../organizations/store/tree.ts'
import { decideCase, declareProcedure, lapseCase, startCase } from './index.ts'
import { show } from './views/show.ts'
import { waiting } from './views/waiting.ts'

const visitKind = declareProcedure({
  kind: 'test.visit',
  name: '外出学习接待',
  page: '/plans/{unitId}/{id}',
  steps: [
    {
      key: 'ask',
      name: '提出',
      decidedBy: 'members.excuse',
      outcomes: [{ key: 'send', name: '发出', to: 'host' }],
    },
    {
      key: 'host',
      name: '接待方答复',
      decidedBy: 'members.excuse',
      isAbove: true,
      side: 'partner',
      outcomes: [
        { key: 'agree', name: '接待', to: 'done' },
        { key: 'refuse', name: '谢绝', to: 'ended', needsReason: true },
      ],
    },
  ],
})

let world: World
let other: World
let subject: string
beforeEach(async () => {
  world = await plant(db)
  other = await plant(db)
  subject = `plan:${newId()}`
  const { unitId, id, path } = world.east
  const facts = { unitId, organizationId: id, path, subject, title: '来访', now: noon }
  await inTransaction(db, (tx) => startCase(tx, visitKind, { ...facts, by: world.member.actor }))
})

function decide(by: Person, outcome: string, more: object = {}) {
  const asked = { outcome, actor: by.actor, now: noon, ...more }
  const name = { unitId: world.east.unitId, subject }
  return inTransaction(db, (tx) => decideCase(tx, name, asked))
}

const send = () =>
  decide(world.secretary, 'send', {
    partner: { organizationId: other.west.id, path: other.west.path },
  })
const seen = (by: Person) => show(by, { unitId: world.east.unitId, subject })
const mine = async (by: Person) => (await waiting(by, { page: 1, size: 50 })).rows

test('the other end, of another unit, sees it once it was sent, decides its step, and nobody else does', async () => {
  await expectRefusal(seen(other.organizer), 'procedures.unknown')
  await send()

  expect(await mine(other.organizer)).toMatchObject([
    { stepName: '接待方答复', deciders: '对方上级支部书记、组织委员、组织部' },
  ])
  expect(await mine(world.organizer)).toEqual([])
  await expectRefusal(decide(world.organizer, 'agree'), 'procedures.right')
  const westSecretary = await plantCaller(db, other.west, { office: 'secretary' })
  await expectRefusal(decide(westSecretary, 'agree'), 'procedures.above')
  await expectRefusal(decide(other.secretary, 'agree'), 'procedures.unknown')
  const { todos } = await showBranch(other.organizer, { organizationId: other.west.id })
  expect(todos.some(({ what }) => what === '接待方答复：来访')).toBe(true)

  expect(await decide(other.organizer, 'agree')).toMatchObject({ state: 'done' })
  for (const one of [world.secretary, westSecretary]) {
    const { cases } = await seen(one)
    expect(cases[0]?.log.map(({ byName }) => byName)).toEqual(['张三', '张三'])
  }
})

test('it follows the other end when that is moved, and may lapse', async () => {
  const town = await plantOrganization(db, other.county, '镇党委', { kind: 'committee' })
  await send()
  const clerk = await plantCaller(db, town, { office: 'clerk' })
  expect(await mine(clerk)).toEqual([])
  await inTransaction(db, (tx) => rehome(tx, other.west.path, `${town.path}${other.west.id}/`))
  expect(await mine(clerk)).toHaveLength(1)

  const name = { unitId: world.east.unitId, subject }
  const how = { reason: '无人答复', now: noon }
  await inTransaction(db, (tx) => lapseCase(tx, name, how))
  const { cases } = await seen(clerk)
  expect(cases[0]).toMatchObject({ state: 'ended' })
  expect(cases[0]?.log.at(-1)).toMatchObject({ outcomeName: '逾期失效', byName: '平台' })
})
