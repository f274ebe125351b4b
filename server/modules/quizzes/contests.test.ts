import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { bringBank, form, handIn, plainLines } from '../../testing/quizzes.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { addRound, createContest, mark, showRanking } from './acts/contest.ts'
import { start } from './acts/sit.ts'
import { listContests, myContests, ranking } from './views/contests.ts'

let world: World
let minutes: number
let people: Person[]
let contest: { unitId: string; contestId: string }
const now = () => new Date(noon.getTime() + minutes * 60_000)
beforeEach(async () => {
  world = await plant(db)
  minutes = 0
  await bringBank(world.organizer, world.county, plainLines(10, '党史', false))
  people = await Promise.all(
    ['甲', '乙', '丙'].map((name) => plantCaller(db, world.east, { name, now })),
  )
  const organizationId = world.county.id
  contest = await createContest(world.organizer, {
    organizationId,
    contestId: newId(),
    title: '党史知识竞赛',
  })
})

const round = (changes: Partial<Parameters<typeof addRound>[1]>) =>
  addRound(world.organizer, {
    ...form,
    ...contest,
    quizId: newId(),
    kind: 'contest',
    closesOn: '2026-06-02',
    admits: null,
    ...changes,
  })
const person = (at: number) => {
  const found = people[at]
  if (!found) throw new Error('nobody there')
  return found
}
const sit = async (
  who: Person,
  key: { unitId: string; quizId: string },
  right: number,
  after = 1,
) => {
  const paper = await start(who, key)
  minutes += after
  return handIn(who, paper, right)
}
const places = async (key: { unitId: string; quizId: string }) =>
  (await ranking(world.organizer, { ...key, page: 1, size: 50 })).rows.map(
    ({ rank, name, score }) => [rank, name, score],
  )

test('[S3-40] a contest of knowledge goes in rounds from the bank, the best go on, and places are shown when they are switched on', async () => {
  const first = await round({ title: '初赛' })
  expect(await sit(person(0), first, 3, 4)).toMatchObject({ percent: 75, review: null })
  await sit(person(1), first, 4)
  await sit(person(2), first, 3, 2)
  expect(await places(first)).toEqual([
    [1, '乙', 100],
    [2, '丙', 75],
    [3, '甲', 75],
  ])

  await expectRefusal(round({ admits: 2, opensOn: '2026-06-02' }), 'contests.order')
  const final = await round({
    title: '决赛',
    admits: 2,
    opensOn: '2026-06-03',
    closesOn: '2026-06-04',
  })
  await expectRefusal(start(person(1), final), 'quizzes.notYet')
  minutes = 2 * 1440
  await expectRefusal(start(person(0), final), 'quizzes.notAdmitted')
  await sit(person(1), final, 2)
  await sit(person(2), final, 4)
  expect(await places(final)).toEqual([
    [1, '丙', 100],
    [2, '乙', 50],
  ])

  const own = async () => (await myContests(person(0), {})).rows[0]?.rounds
  expect(await own()).toMatchObject([
    { title: '初赛', isOver: true, ranking: null, mine: 75 },
    { title: '决赛', mine: null },
  ])
  const [{ version } = { version: -1 }] = (
    await listContests(world.organizer, { organizationId: world.county.id, page: 1, size: 50 })
  ).rows
  await showRanking(world.organizer, { ...contest, version, isShown: true })
  expect((await own())?.[0]?.ranking).toMatchObject([
    { rank: 1, name: '乙' },
    { name: '丙' },
    { name: '甲' },
  ])
  expect((await own())?.[1]?.ranking).toBeNull()
  await expectRefusal(
    showRanking(world.organizer, { ...contest, version, isShown: false }),
    'input.stale',
  )
})

test('[S4-59] a contest of speeches is judged by several, without the highest and the lowest, beside a round of questions', async () => {
  const questions = await round({ title: '知识答题' })
  await sit(person(0), questions, 4)
  const speech = await round({
    kind: 'speech',
    title: '我为群众办实事',
    draws: [],
    opensOn: '2026-06-01',
  })
  await expectRefusal(start(person(0), speech), 'quizzes.speech')
  const judges = await Promise.all(
    Array.from({ length: 5 }, () => plantCaller(db, world.county, { office: 'clerk' })),
  )
  const speakers = [person(0), person(1)]
  const give = (judge: Person, speaker: Person, points: number) =>
    mark(judge, {
      ...speech,
      unitIdOfMember: speaker.actor.unitId,
      memberId: speaker.actor.memberId ?? '',
      points,
    })
  for (const [at, points] of [60, 90, 91, 92, 100].entries())
    await give(judges[at] ?? world.organizer, speakers[0] ?? world.member, points)
  for (const judge of judges) await give(judge, speakers[1] ?? world.member, 95)
  await give(judges[0] ?? world.organizer, speakers[1] ?? world.member, 40)

  expect(await places(speech)).toEqual([
    [1, '乙', 95],
    [2, '甲', 91],
  ])
  await expectRefusal(
    mark(world.organizer, {
      ...questions,
      unitIdOfMember: world.county.id,
      memberId: newId(),
      points: 1,
    }),
    'contests.notSpeech',
  )
  const self = await plantCaller(db, world.county, { office: 'clerk' })
  await expectRefusal(give(self, self, 100), 'contests.own')
  await expectRefusal(
    mark(world.organizer, {
      ...speech,
      unitIdOfMember: world.county.id,
      memberId: newId(),
      points: 1,
    }),
    'contests.speaker',
  )
  await expectRefusal(give(world.member, person(0), 90), 'reach.none')
})
