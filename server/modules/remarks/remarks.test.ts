import { contract } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { article, plantCourse } from '../../testing/courses.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { routes as courses } from '../courses/routes.ts'
import { postHours } from '../ledgers/index.ts'
import { hourTotals } from '../ledgers/table.ts'
import { routes as notices } from '../notices/routes.ts'
import { ruleAt } from '../rules/index.ts'
import { routes } from './routes.ts'

let world: World
let courseId: string
beforeEach(async () => {
  world = await plant(db)
  const { organizer: reviewer, secretary: editor, east: organization } = world
  ;({ courseId } = await plantCourse({ editor, reviewer, organization }, [article()]))
})

const long = '结合本村的实际谈体会。'.repeat(6)
const say = (text: string, replyTo: string | null = null) => ({
  courseId,
  remarkId: newId(),
  replyTo,
  text,
})
const minutesOf = async (memberId = '') => {
  const [row] = await db.select().from(hourTotals).where(eq(hourTotals.memberId, memberId))
  return row?.onlineMinutes ?? 0
}

test('[S4-51] what is said at length is credited up to a limit, and taken back when it is hidden', async () => {
  const { member, secretary } = world
  const first = say(long)
  expect(await routes.say(member, first)).toEqual({ postedMinutes: 10 })
  expect(await routes.say(member, first)).toEqual({ postedMinutes: 10 })
  expect(await routes.say(member, say('同意', first.remarkId))).toEqual({ postedMinutes: 0 })
  await Promise.all([1, 2, 3].map(() => routes.say(member, say(long))))
  expect(await minutesOf(member.actor.memberId)).toBe(30)

  const other = await plantCaller(db, world.east)
  await expectRefusal(
    routes.hide(other, { courseId, remarkId: first.remarkId, reason: '照抄' }),
    'reach.none',
  )
  const hidden = { courseId, remarkId: first.remarkId, reason: '照抄他人' }
  expect(await routes.hide(secretary, hidden)).toEqual({ reversedMinutes: 10 })
  expect(await routes.hide(secretary, hidden)).toEqual({ reversedMinutes: 0 })
  expect(await minutesOf(member.actor.memberId)).toBe(20)
  const page = contract.remarks.thread.input.parse({ courseId })
  const shown = await routes.thread(other, page)
  expect(shown).toMatchObject({ total: 4, canModerate: false })
  const own = await routes.thread(member, page)
  expect(own.rows.find(({ hidden: reason }) => reason)).toMatchObject({ hidden: '照抄他人' })
  expect(own).toMatchObject({ total: 5, postedMinutes: 20 })
})

test('what is said on a day that is full stands, without minutes', async () => {
  const { member } = world
  const { unitId, personId: memberId } = member.actor
  const point = { path: world.east.path, day: '2026-06-01' }
  const { value: minutes } = await ruleAt(db, 'hours.day.max', point)
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const facts = { source: 'study', title: '集中学习', isCentralized: true } as const
  const sourceId = newId()
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId, day: point.day }
  const full = { unitId, memberId, minutes, ...facts, ...rule, ...by }
  await inTransaction(db, (tx) => postHours(tx, [full]))
  const remark = say(long)
  expect(await routes.say(member, remark)).toEqual({ postedMinutes: 0 })
  const page = contract.remarks.thread.input.parse({ courseId })
  expect(await routes.thread(member, page)).toMatchObject({
    postedMinutes: 0,
    rows: [{ remarkId: remark.remarkId, minutes: 0 }],
  })
  expect(await minutesOf(memberId)).toBe(0)
})

test('[S1-75] ratings are shown by age, and enough low ones reach whoever keeps the course', async () => {
  const { east, secretary } = world
  await expectRefusal(routes.rate(world.member, { courseId, stars: 5, text: '' }), 'remarks.empty')
  const young = { bornOn: '2000-01-01', stars: 5 }
  const old = { bornOn: '1950-01-01', stars: 1 }
  for (const { bornOn, stars } of [young, old, old, old]) {
    const person = await plantCaller(db, east, { bornOn })
    await courses.choose(person, { courseId })
    await routes.rate(person, { courseId, stars: 3, text: '' })
    await routes.rate(person, { courseId, stars, text: stars === 1 ? '听不懂' : '' })
  }
  const ratings = await routes.ratings(secretary, { courseId })
  expect(ratings).toMatchObject({ count: 4, points: 40, isLow: true })
  expect(ratings.bands).toHaveLength(2)
  expect(ratings.bands).toContainEqual({ band: 'under36', count: 1, points: 100, isLow: false })
  expect(ratings.bands).toContainEqual({ band: 'over65', count: 3, points: 20, isLow: true })
  expect(ratings.comments).toHaveLength(3)
  const { rows } = await notices.list(secretary, contract.notices.list.input.parse({}))
  const warnings = rows.filter(({ title }) => title.startsWith('课程评分偏低'))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]?.body).toMatch(/各年龄段：66岁及以上 \d+ 分（\d+ 人）/)
})

test('notes are one’s own, at a place of the recording, and kept once', async () => {
  const { member, secretary } = world
  const note = { courseId, noteId: newId(), itemId: null, atSeconds: 61, text: '三会一课' }
  await routes.note(member, note)
  await routes.note(member, note)
  expect((await routes.notes(member, { courseId })).rows).toMatchObject([
    { atSeconds: 61, text: '三会一课' },
  ])
  expect((await routes.notes(secretary, { courseId })).rows).toEqual([])
})
