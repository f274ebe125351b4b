import { beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { newId } from '../../kernel/ids.ts'
import { caseForm, resolvedBy, talkWith } from '../../testing/conduct.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { look as search, lose } from '../floating/acts/lose.ts'
import { members } from '../members/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { show as showCase } from '../procedures/views/show.ts'
import { draft, hear, note, start } from './acts/cases.ts'
import { decide } from './acts/decide.ts'
import { look } from './acts/look.ts'
import { conductCases } from './table.ts'
import { listCases } from './views/lists.ts'
import { mine } from './views/mine.ts'

let world: World
let unitId: string
let zhou: Person
let key: { unitId: string; memberId: string }
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
  zhou = await plantCaller(db, world.east, { name: '周不改' })
  key = { unitId, memberId: zhou.actor.personId }
})

const on = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T06:00:00Z`),
})
const page = () => ({ organizationId: world.east.id, page: 1, size: 50 })
const secret = '多次无故不参加组织生活，屡次提醒仍不改'
const begin = async (
  by: Person,
  kind: 'correct' | 'suspend' | 'remove',
  ground: 'duty' | 'lost' | 'faith',
) => {
  const made = await draft(by, { ...key, kind, ground, facts: secret })
  await start(by, { ...made, version: 0 })
  return made
}
const step = async (
  by: Person,
  made: { unitId: string; caseId: string },
  outcome: string,
  more: object = {},
) =>
  decide(by, {
    ...(await caseForm(by, made)),
    outcome,
    reason: '',
    on: by.now().toISOString().slice(0, 10),
    ...more,
  })

test('[S1-57] who is criticised is talked with, helped to correct themself within a year, and only then persuaded to leave', async () => {
  const { secretary } = world
  const made = await begin(secretary, 'correct', 'duty')
  const correction = {
    until: '2026-12-01',
    helperName: '李帮教',
    measures: '每月谈一次，陪同参加活动',
  }
  await expectRefusal(step(secretary, made, 'pass', { correction }), 'procedures.needs')
  await talkWith(secretary, zhou)
  await expectRefusal(step(secretary, made, 'pass'), 'conduct.correctionMissing')
  const long = { ...correction, until: '2027-06-02' }
  await expectRefusal(step(secretary, made, 'pass', { correction: long }), 'conduct.correctionLong')
  await step(secretary, made, 'pass', { correction })
  expect((await mine(zhou, {})).cases).toMatchObject([{ correction, state: 'open' }])

  const half = on(secretary, '2026-09-01')
  const help = { ...(await caseForm(half, made)), on: '2026-08-30', text: '陪他参加了主题党日' }
  await note(half, help)
  await expectRefusal(note(half, help), 'input.stale')
  const same = { reason: '期满仍不参加' }
  await expectRefusal(step(half, made, 'unchanged', same), 'conduct.correctionRunning')
  const end = on(secretary, '2026-12-02')
  await expectRefusal(step(end, made, 'unchanged'), 'procedures.reason')
  expect(await step(end, made, 'unchanged', same)).toMatchObject({ state: 'done' })
  const { rows, counts } = await listCases(end, page())
  expect(rows).toMatchObject([
    { kind: 'persuade', ground: 'unchanged', state: 'draft' },
    { state: 'done' },
  ])
  expect(counts).toMatchObject({ draft: 1, done: 1 })
  const file = await look(end, made)
  expect(file.notes.map(({ text }) => text)).toEqual(['陪他参加了主题党日'])
  expect(file.log.map(({ outcomeName }) => outcomeName)).toEqual([
    '决定限期改正',
    '没有改正，另行立案',
  ])
})

test('lost for half a year and searched for: membership is suspended by vote and approval, from a day; dues and the roll know it', async () => {
  const { secretary, organizer, east } = world
  for (const name of ['李一', '李二']) await plantMember(db, east, { name })
  const drafted = await draft(secretary, { ...key, kind: 'suspend', ground: 'lost', facts: secret })
  const form = { ...drafted, version: 0 }
  await expectRefusal(start(secretary, form), 'conduct.notLost')
  await lose(secretary, { ...key, since: '2025-12-01', cause: 'work', note: '' })
  await expectRefusal(start(secretary, form), 'conduct.notSearched')
  const asked = { on: '2026-02-01', asked: '向家人打听', result: '不知去向' }
  await search(secretary, { ...key, formId: newId(), ...asked })
  await start(secretary, form)
  await step(secretary, drafted, 'pass')
  const motion = await resolvedBy(secretary, east, {
    text: '是否同意停止周不改的党籍',
    votes: [4, 0],
  })
  await step(secretary, drafted, 'pass', { motion })
  // The same vote says nothing about anybody else.
  const wu = await plantCaller(db, east, { name: '吴某' })
  const other = { unitId, memberId: wu.actor.personId, kind: 'remove', ground: 'faith' } as const
  const second = await draft(secretary, { ...other, facts: secret })
  await start(secretary, { ...second, version: 0 })
  await talkWith(secretary, wu)
  await step(secretary, second, 'pass')
  const heard = { way: 'recorded', on: '2026-06-01', text: '本人当面陈述' } as const
  await hear(secretary, { ...(await caseForm(secretary, second)), ...heard })
  await expectRefusal(step(secretary, second, 'pass', { motion }), 'conduct.motionTaken')
  const raised = on(secretary, '2026-06-08')
  const wish = { text: '是否同意吴某除名', votes: [4, 0], hands: true } as const
  const hands = { motion: await resolvedBy(raised, east, wish) }
  await expectRefusal(step(raised, second, 'pass', hands), 'conduct.motionHands')
  const later = on(secretary, '2026-06-10')
  const resolved = await resolvedBy(later, east, { text: '是否同意吴某除名', votes: [4, 0] })
  const early = { motion: resolved, on: '2026-06-05' }
  await expectRefusal(step(later, second, 'pass', early), 'conduct.motionEarly')
  await step(organizer, drafted, 'pass')
  const [row] = await db.select().from(members).where(eq(members.id, key.memberId))
  expect(row).toMatchObject({ isSuspended: true, suspendedOn: '2026-06-01', leftOn: null })
})

test('a case is for few: officers, neighbours and the one concerned do not read it, nor does the database say what it says', async () => {
  const { secretary, west, east, organizer } = world
  const made = await begin(secretary, 'remove', 'faith')
  const officer = await plantCaller(db, east, { office: 'officer' })
  const neighbour = await plantCaller(db, west, { office: 'secretary' })
  const subject = `conduct:${made.caseId}`
  await expect(look(officer, made)).rejects.toMatchObject({ reason: 'reach.none' })
  await expectRefusal(look(neighbour, made), 'conduct.caseUnknown')
  for (const stranger of [officer, neighbour, zhou])
    await expectRefusal(showCase(stranger, { unitId, subject }), 'procedures.unknown')
  expect((await showCase(organizer, { unitId, subject })).cases).toHaveLength(1)
  await look(secretary, made)
  const seen = (await tracesIn(db, world)).filter(({ command }) => command === 'conduct.look')
  expect(seen).toMatchObject([{ actorId: secretary.actor.accountId, subject }])

  await hear(secretary, {
    ...(await caseForm(secretary, made)),
    way: 'declined',
    on: '2026-06-01',
    text: '本人表示不作陈述',
  })
  const own = await plantCaller(db, east, { office: 'secretary', name: '另一书记' })
  await expectRefusal(
    draft(own, {
      unitId,
      memberId: own.actor.personId,
      kind: 'remove',
      ground: 'faith',
      facts: secret,
    }),
    'conduct.self',
  )
  await expectRefusal(
    draft(secretary, { ...key, kind: 'remove', ground: 'faith', facts: secret }),
    'conduct.caseOpen',
  )
  const kept = JSON.stringify([
    await db.select().from(conductCases).where(eq(conductCases.unitId, unitId)),
    await tracesIn(db, world),
  ])
  for (const words of [secret, '不作陈述']) expect(kept).not.toContain(words)
  const inbox = await listInbox(zhou, { page: 1, size: 9, onlyUnread: false })
  expect(JSON.stringify(inbox)).not.toContain(secret)
})
