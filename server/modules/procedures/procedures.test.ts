import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showBranch } from '../home/views/branch.ts'
import { decideCase, declareProcedure, startCase, withdrawCase } from './index.ts'
import { show } from './views/show.ts'
import { waiting } from './views/waiting.ts'

const leave = declareProcedure({
  kind: 'test.leave',
  name: '外出报备',
  page: '/plans/{unitId}/{id}',
  steps: [
    {
      key: 'branch',
      name: '支部审核',
      decidedBy: 'members.excuse',
      outcomes: [
        { key: 'agree', name: '同意', to: 'committee' },
        { key: 'refuse', name: '不同意', to: 'ended', needsReason: true },
      ],
    },
    {
      key: 'committee',
      name: '上级批准',
      decidedBy: 'members.excuse',
      isAbove: true,
      earliest: { count: 2, unit: 'days', after: 'branch' },
      latest: { count: 5, unit: 'days', after: 'start' },
      outcomes: [
        { key: 'approve', name: '批准', to: 'done' },
        { key: 'back', name: '退回', to: 'branch', needsReason: true },
      ],
    },
  ],
})

let world: World
let subject: string
beforeEach(async () => {
  world = await plant(db)
  subject = `plan:${newId()}`
})

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)

function start(by: Person = world.member) {
  const { unitId, id, path } = world.east
  const facts = { unitId, organizationId: id, path, subject, title: '外出学习', now: noon }
  return inTransaction(db, (tx) => startCase(tx, leave, { ...facts, by: by.actor }))
}

function decide(by: Person, outcome: string, days = 0, more: object = {}) {
  const asked = { outcome, actor: by.actor, now: later(days), ...more }
  const name = { unitId: world.east.unitId, subject }
  return inTransaction(db, (tx) => decideCase(tx, name, asked))
}

const seen = (by: Person) => show(by, { unitId: world.east.unitId, subject })
const mine = async (by: Person) => (await waiting(by, { page: 1, size: 50 })).rows

test('a case goes from step to step, each by who may, and its log stays', async () => {
  await start()
  expect(await mine(world.member)).toEqual([])
  expect(await mine(world.secretary)).toMatchObject([{ stepName: '支部审核', title: '外出学习' }])
  await decide(world.secretary, 'agree')
  expect(await mine(world.secretary)).toEqual([])
  expect(await mine(world.organizer)).toMatchObject([{ stepName: '上级批准', dueOn: '2026-06-06' }])

  const done = await decide(world.organizer, 'approve', 3)
  expect(done).toMatchObject({ state: 'done', next: null, isLate: false })
  const { cases } = await seen(world.member)
  expect(cases[0]).toMatchObject({ state: 'done', current: null })
  expect(cases[0]?.log.map(({ outcomeName }) => outcomeName)).toEqual(['同意', '批准'])
  await expect(db.execute(sql`update procedure_log set reason = '改'`)).rejects.toThrow()
  await expect(db.execute(sql`delete from procedure_log`)).rejects.toThrow()
})

describe('what is refused, in words', () => {
  beforeEach(async () => void (await start()))

  test('who may not', async () => {
    const colleague = await plantCaller(db, world.east, { office: 'officer' })
    await expectRefusal(decide(colleague, 'agree'), 'procedures.right')
    await expectRefusal(decide(world.stranger, 'agree'), 'procedures.unknown')
    await decide(world.secretary, 'agree')
    await expectRefusal(decide(world.secretary, 'approve', 2), 'procedures.above')
  })

  test('too early, the wrong outcome, no reason, an old form', async () => {
    await expectRefusal(decide(world.secretary, 'approve'), 'procedures.outcome')
    await expectRefusal(decide(world.secretary, 'refuse'), 'procedures.reason')
    await decide(world.secretary, 'agree')
    await expectRefusal(decide(world.organizer, 'approve', 1), 'procedures.early')
    const old = decide(world.organizer, 'approve', 2, { step: 'branch' })
    await expectRefusal(old, 'procedures.step')
  })

  test('twice at the same time, and after the end', async () => {
    await expectRefusal(start(), 'procedures.open')
    await decide(world.secretary, 'refuse', 0, { reason: '材料不全' })
    await expectRefusal(decide(world.secretary, 'agree'), 'procedures.finished')
    await start()
    const { cases } = await seen(world.secretary)
    expect(cases.map(({ state }) => state)).toEqual(['open', 'ended'])
  })
})

test('late is late, back is back, and a case may be withdrawn', async () => {
  await start()
  await decide(world.secretary, 'agree')
  const back = await decide(world.organizer, 'back', 9, { reason: '时间不明' })
  expect(back).toMatchObject({ next: 'branch', isLate: true, state: 'open' })
  const name = { unitId: world.east.unitId, subject }
  const how = { actor: world.member.actor, reason: '不去了', now: later(9) }
  await inTransaction(db, (tx) => withdrawCase(tx, name, how))
  const { cases } = await seen(world.member)
  expect(cases[0]).toMatchObject({ state: 'withdrawn' })
  expect(cases[0]?.log.at(-1)).toMatchObject({ outcomeName: '撤回', reason: '不去了' })
})

test('what waits for me is on my first page', async () => {
  await start()
  const { todos } = await showBranch(world.secretary, { organizationId: world.east.id })
  const todo = todos.find(({ key }) => key.startsWith('case:'))
  expect(todo).toMatchObject({ what: '支部审核：外出学习' })
})
