import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { readSheet } from '../../../kernel/sheets/index.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { files, noon, plant, plantCaller } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { postHours } from '../../ledgers/index.ts'
import { posts } from '../../members/table.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { exportBoard } from './export.ts'
import { remind } from './remind.ts'

let world: World
let diligent: Person
let idle: Person
beforeEach(async () => {
  world = await plant(db)
  diligent = await plantCaller(db, world.east, { name: '陈书禾' })
  idle = await plantCaller(db, world.east, { name: '周梧桐' })
  const { county, east, secretary } = world
  const held = { unitId: county.id, organizationId: east.id, byId: newId() }
  await db.insert(posts).values({
    ...held,
    memberId: secretary.actor.personId,
    post: 'secretary',
    from: '2020-01-01',
  })
  for (const day of ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-06'])
    await inTransaction(db, (tx) => postHours(tx, [posting(diligent, day)]))
})

function posting({ actor }: Person, day: string) {
  const { unitId, personId: memberId } = actor
  const facts = { source: 'study', title: '集体学习', isCentralized: true, minutes: 480 } as const
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const sourceId = newId()
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId }
  return { unitId, memberId, day, ...facts, ...rule, ...by }
}

const asked = () => ({ organizationId: world.east.id, requirement: 'memberHours' }) as const
const inboxOf = async (person: Person) =>
  (await listInbox(person, { page: 1, size: 20, onlyUnread: false })).rows

test('[S3-63] the list of those who study too little is acted upon: one tap tells them what is lacking, and their secretary whom', async () => {
  const answer = await remind(world.organizer, asked())

  expect(answer).toEqual({ reminded: 3, already: 0, secretaries: 1 })
  expect(await inboxOf(idle)).toMatchObject([
    { title: '学习提醒：党员年度学时', body: expect.stringContaining('您还差 32 学时') },
  ])
  expect(await inboxOf(diligent)).toEqual([])
  const told = await inboxOf(world.secretary)
  expect(told.map(({ body }) => body).join()).toContain('周梧桐差 32 学时')
  expect(told).toHaveLength(2)
})

test('reminds at most once a day, and again on the next', async () => {
  await remind(world.secretary, asked())
  expect(await remind(world.secretary, asked())).toMatchObject({ reminded: 0, already: 3 })
  const tomorrow = { ...world.secretary, now: () => new Date(noon.getTime() + 86_400_000) }
  expect(await remind(tomorrow, asked())).toMatchObject({ reminded: 3, already: 0 })
  expect(await tracesIn(db, world)).toHaveLength(2)
})

test('reminds only those chosen, and never anybody out of reach', async () => {
  const other = await plantCaller(db, world.west)
  const memberIds = [idle.actor.personId, other.actor.personId]

  expect(await remind(world.secretary, { ...asked(), memberIds })).toMatchObject({ reminded: 1 })
  expect(await inboxOf(other)).toEqual([])
  await expectRefusal(
    remind(world.secretary, { ...asked(), memberIds: [other.actor.personId] }),
    'requirements.nobody',
  )
})

test('has nothing to remind of where everybody has what they owe', async () => {
  await expectRefusal(
    remind(world.secretary, { ...asked(), standing: 'met' }),
    'requirements.nobody',
  )
})

test.each(['xlsx', 'csv'] as const)(
  'takes the filtered board away as .%s, and keeps who did, how much and what for',
  async (format) => {
    const reason = '研究补训安排'
    const answer = await exportBoard(world.secretary, { ...asked(), format, reason, text: '周' })

    const rows: string[][] = []
    const path = files.pathOf(answer.fileId)
    for await (const heap of readSheet(path)) for (const row of heap) rows.push([...row.cells])
    expect(answer).toMatchObject({ rows: 1, name: expect.stringContaining('东支部党员年度学时') })
    expect(rows[0]?.slice(0, 5)).toEqual(['姓名', '所在党支部', '类别', '状态', '已学（学时）'])
    expect(rows[1]?.slice(0, 5)).toEqual(['周梧桐', '东支部', expect.any(String), '需补训', '0'])
    expect((await tracesIn(db, world)).map(({ after }) => after)).toMatchObject([
      { reason, rows: 1, requirement: 'memberHours' },
    ])
  },
)

test('exports nothing where there is nobody, and nothing of a neighbour', async () => {
  const why = { format: 'csv', reason: '核对名单' } as const
  await expectRefusal(
    exportBoard(world.secretary, { ...asked(), ...why, text: '没有这个人' }),
    'requirements.noRows',
  )
  const elsewhere = { ...asked(), ...why, organizationId: world.west.id }
  await expectRefusal(exportBoard(world.secretary, elsewhere), 'organizations.unknown')
})
