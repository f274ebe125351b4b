import { beforeEach, expect, test } from 'vitest'
import { at } from '../../testing/appraisal.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { add, report, settle } from './acts/shortcomings.ts'
import { listShortcomings, myShortcomings } from './views/shortcomings.ts'

let world: World
let deputy: Person
beforeEach(async () => {
  world = await plant(db)
  deputy = await plantCaller(db, world.east, { name: '何副书', office: 'officer' })
})

const year = 2026
const idOf = (person: Person) => person.actor.personId

test('what was found wrong is mended by its owner, looked at, given back once, and struck off', async () => {
  const { east, secretary, member } = world
  const day = at(secretary, '2026-12-22')
  const found = {
    organizationId: east.id,
    year,
    source: 'self',
    text: '入户走访偏少',
    measure: '每月至少入户走访一次',
    aboutId: idOf(member),
    ownerId: idOf(member),
    dueOn: '2026-12-26',
  } as const
  await expectRefusal(add(day, { ...found, dueOn: '2026-12-01' }), 'shortcomings.due')
  await expectRefusal(add(day, { ...found, ownerId: idOf(world.organizer) }), 'shortcomings.owner')
  const key = await add(day, found)
  const late = await listShortcomings(at(secretary, '2026-12-27'), {
    organizationId: east.id,
    year,
    onlyOverdue: true,
    page: 1,
    size: 20,
  })
  expect(late).toMatchObject({ overdue: 1, rows: [{ ownerName: '张三', isOverdue: true }] })
  const done = { ...key, version: 0, text: '已走访两户', isDone: true }
  await expectRefusal(report(at(deputy, '2026-12-27'), done), 'shortcomings.notMine')
  const { version } = await report(at(member, '2026-12-27'), done)
  const back = { ...key, version, isSettled: false, finding: '走访记录还要补', dueOn: '2026-12-30' }
  const again = await settle(at(secretary, '2026-12-28'), back)
  const second = await report(at(member, '2026-12-29'), { ...done, version: again.version })
  const end = { ...key, version: second.version, isSettled: true, finding: '走访记录齐全' }
  expect(await settle(at(secretary, '2026-12-30'), { ...end, dueOn: null })).toMatchObject({
    state: 'settled',
  })
  const { rows } = await myShortcomings(at(member, '2026-12-30'), {})
  expect(rows[0]?.log.map(({ what }) => what)).toEqual([
    '列入清单',
    '提请验收',
    '退回整改',
    '提请验收',
    '验收销号',
  ])
})
