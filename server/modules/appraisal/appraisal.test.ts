import { beforeEach, describe, expect, test } from 'vitest'
import { answersOf, at, elect, rateAll, turn } from '../../testing/appraisal.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { markRest } from '../activities/acts/mark-rest.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { abandon, count } from '../ballots/acts/count.ts'
import { admissionPaper, appraisalSummaryPaper, renderPaper } from '../papers/index.ts'
import { tighten } from '../rules/acts/set.ts'
import { conclude, excuse } from './acts/conclude.ts'
import { rate } from './acts/rate.ts'
import { joinMeeting, open, renew, vote } from './acts/rounds.ts'
import { confirm, enter, record } from './acts/talks.ts'
import { formFacts, summaryFacts } from './paper.ts'
import { myAppraisal } from './views/mine.ts'
import { showAppraisal, showAppraised } from './views/round.ts'
import { myTalks, showMatrix } from './views/talks.ts'

let world: World
let secretary: Person
let first: Person
let second: Person
const year = 2026
const day = '2026-12-03'
const idOf = ({ actor }: Person) => actor.personId

beforeEach(async () => {
  world = await plant(db)
  secretary = at(world.secretary, day)
  first = at(await plantCaller(db, world.east, { name: '李山泉' }), day)
  second = at(await plantCaller(db, world.east, { name: '周谷雨' }), day)
})

const begin = (changes: object = {}) => {
  const asked = { organizationId: world.east.id, year, rateUntil: '2026-12-18', byGroup: false }
  return open(secretary, { ...asked, ...changes })
}

type Key = Awaited<ReturnType<typeof begin>>

/** A meeting of the branch at which everybody came. */
async function meet(key: Key) {
  const startsAt = new Date(`${day}T01:00:00Z`)
  const when = { startsAt, endsAt: new Date(`${day}T03:00:00Z`), month: '2026-12' }
  const meeting = await plantActivity(db, world.east, { ...when, kind: 'lifeMeeting' })
  await joinMeeting(secretary, { ...(await turn(secretary, key)), activityId: meeting.activityId })
  await markRest(secretary, { ...meeting, mark: 'present' })
}

async function onPaper(key: Key) {
  const { ballotId } = await vote(secretary, {
    ...(await turn(secretary, key)),
    way: 'paper',
    until: day,
  })
  return { unitId: key.unitId, ballotId }
}

describe('mutual rating', () => {
  test('goes on within a group where there are many; who moved on is no longer asked, who came is', async () => {
    const { east } = world
    const group = await plantOrganization(db, east, '一组', { kind: 'group' })
    const [near, far] = [
      at(await plantCaller(db, east, { name: '郑白露', groupId: group.id }), day),
      at(await plantCaller(db, east, { name: '吴霜降', groupId: group.id }), day),
    ]
    const key = await begin({ byGroup: true })
    const [mine] = (await myAppraisal(near, {})).rounds
    expect(mine?.others.map(({ name }) => name)).toEqual(['吴霜降'])
    const word = { ...key, grade: 'qualified', comment: '做事踏实' } as const
    await rate(near, { ...word, memberId: idOf(far) })
    await expectRefusal(rate(near, { ...word, memberId: idOf(first) }), 'appraisal.otherGroup')
    await rate(near, { ...word, memberId: idOf(far), comment: '做事踏实，话少' })
    const shown = await showAppraised(secretary, { ...key, memberId: idOf(far) })
    expect(shown.opinions).toEqual([
      { raterName: '郑白露', grade: 'qualified', comment: '做事踏实，话少' },
    ])

    await plantCaller(db, east, { name: '新来的' })
    const changed = await renew(secretary, await turn(secretary, key))
    expect(changed).toMatchObject({ added: 1, removed: 0 })
    await expectRefusal(renew(secretary, { ...key, version: 0 }), 'input.stale')
  })

  test('is not asked of who is excused with a reason, until they take part again', async () => {
    const key = await begin()
    const out = { ...key, memberId: idOf(first) }
    await excuse(secretary, { ...out, ...(await turn(secretary, key)), reason: '在流入地参加' })
    await expectRefusal(
      rate(first, { ...key, memberId: idOf(second), grade: 'basic', comment: '不知近况' }),
      'appraisal.excused',
    )
    expect((await myAppraisal(first, {})).rounds).toMatchObject([{ role: 'excused', others: [] }])
    const { todos } = await showMember(second, {})
    expect(todos.map(({ what }) => what)).toContain('2026 年民主评议：自评')
    expect((await showMember(first, {})).todos.map(({ to }) => to)).not.toContain('/appraisal')
    await excuse(secretary, { ...out, ...(await turn(secretary, key)), reason: null })
    expect((await myAppraisal(first, {})).rounds).toMatchObject([{ role: 'graded' }])
    const desk = await showBranch(secretary, { organizationId: world.east.id })
    expect(desk.todos.find(({ what }) => what === '办理 2026 年民主评议')?.to).toContain(
      key.appraisalId,
    )
  })
})

test('a ballot on paper is called out by two, a void one is held again, and the papers say what was counted', async () => {
  const { member } = world
  const key = await begin()
  for (const person of [secretary, at(member, day), first, second])
    // oxlint-disable-next-line no-await-in-loop
    await rateAll(person, key)
  await meet(key)
  const wrong = await onPaper(key)
  await expectRefusal(onPaper(key), 'appraisal.voted')
  await abandon(secretary, { ...wrong, reason: '选票印错了姓名' })
  const ballot = await onPaper(key)
  expect(ballot.ballotId).not.toBe(wrong.ballotId)

  const { people } = await showAppraisal(secretary, key)
  const lines = people.map(({ memberId }) => ({
    key: memberId,
    counts: memberId === idOf(first) ? { excellent: 4 } : { qualified: 3, basic: 1 },
  }))
  const paper = { issued: 4, returned: 4, invalid: 0, lines }
  await count(secretary, { ...ballot, tellers: ['李山泉', '周谷雨'], paper, written: null })
  const counted = await showAppraisal(secretary, key)
  expect(counted).toMatchObject({ stage: 'concluding', graded: 4, excellentMost: 1 })

  // A place may let fewer be excellent than the nation does; here then nobody.
  await tighten(world.organizer, {
    key: 'appraisal.excellent.max',
    organizationId: world.county.id,
    value: [1, 5],
    clause: '县委规定',
    from: '2026-06-02',
  })
  const verdict = {
    headings: { politics: 'good', discipline: 'good', virtue: 'good', service: 'good' },
    opinion: '示范引领作用突出',
  } as const
  const judge = async (grade: 'excellent' | 'qualified') =>
    conclude(secretary, {
      ...(await turn(secretary, key)),
      memberId: idOf(first),
      ...verdict,
      grade,
    })
  await expectRefusal(judge('excellent'), 'appraisal.excellentMost')
  await judge('qualified')

  const summary = summaryFacts(await showAppraisal(secretary, key), day)
  expect(summary.lines.find(({ name }) => name === '李山泉')).toEqual({
    name: '李山泉',
    votes: [4, 0, 0, 0],
    grade: '合格',
    note: '',
  })
  expect(summary.sentences.join('')).toContain('应到会有表决权的 4 人，实到 4 人')
  const form = formFacts(await showAppraised(secretary, { ...key, memberId: idOf(first) }), day)
  const said = JSON.stringify(form)
  for (const words of ['政治合格：合格', '联系群众还不够', '优秀 4 票', '示范引领作用突出'])
    expect(said).toContain(words)
  for (const drawn of [appraisalSummaryPaper(summary), admissionPaper(form)])
    // oxlint-disable-next-line no-await-in-loop
    expect((await renderPaper(drawn)).length).toBeGreaterThan(1000)
  expect(answersOf('virtue')['virtue-gap']).toBeDefined()
})

describe('a talk', () => {
  test('counts when both say so; who denies it takes it off, also one that the branch told', async () => {
    const { east, member, west } = world
    await elect(db, east, world.secretary, 'secretary')
    const me = at(member, day)
    const told = { otherId: idOf(first), day, note: '' }
    await expectRefusal(record(me, { ...told, otherId: idOf(me) }), 'heartTalks.self')
    await expectRefusal(record(me, { ...told, day: '2026-12-04' }), 'heartTalks.day')
    await expectRefusal(record(me, { ...told, day: '2025-12-04' }), 'heartTalks.year')
    const outside = at(await plantCaller(db, west), day)
    await expectRefusal(record(me, { ...told, otherId: idOf(outside) }), 'heartTalks.other')
    const { heartTalkId } = await record(me, told)
    await expectRefusal(record(first, { ...told, otherId: idOf(me) }), 'heartTalks.same')
    await expectRefusal(confirm(me, { heartTalkId, isSo: true }), 'heartTalks.own')
    await expectRefusal(confirm(second, { heartTalkId, isSo: true }), 'heartTalks.unknown')
    const before = await myTalks(me, {})
    expect(before.owed.map(({ kind }) => kind)).toEqual(['officerMember', 'members'])
    expect((await showMember(first, {})).todos.map(({ what }) => what)).toContain(
      '确认 1 次谈心谈话',
    )
    await confirm(first, { heartTalkId, isSo: true })
    expect((await myTalks(me, {})).owed.map(({ kind }) => kind)).toEqual(['officerMember'])

    const both = { organizationId: east.id, oneId: idOf(me), otherId: idOf(secretary), day }
    const entered = await enter(secretary, { ...both, note: '' })
    expect((await myTalks(me, {})).owed).toEqual([])
    await confirm(me, { heartTalkId: entered.heartTalkId, isSo: false })
    expect((await myTalks(me, {})).owed).toHaveLength(1)
    const asked = { organizationId: east.id, year, onlyOwing: false, page: 1, size: 50 }
    const { pairs, rows } = await showMatrix(secretary, asked)
    expect(pairs).toHaveLength(1)
    // With nobody else on the committee, there is nobody an officer owes a talk.
    expect(rows.find(({ isOfficer }) => isOfficer)?.owed).toEqual([])
  })
})
