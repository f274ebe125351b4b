import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { launched, plantHeld } from '../../testing/campaigns.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantFile } from '../../testing/files.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Organization, Person, World } from '../../testing/world.ts'
import { plan } from '../activities/acts/plan.ts'
import { draftPlan } from '../activities/views/draft.ts'
import { showBranch } from '../home/views/branch.ts'
import { posts } from '../members/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { checkIn } from '../reading/acts/tasks.ts'
import { change, prepare } from './acts/arrange.ts'
import { find, resolve, settle } from './acts/findings.ts'
import { give, sendBack } from './acts/returns.ts'
import { close, launch, remind } from './acts/run.ts'
import { board, draft, listCampaigns, show } from './views/campaigns.ts'
import { findings } from './views/findings.ts'
import { mine } from './views/mine.ts'
import { figure, listReturns, rollUp, showReturn } from './views/returns.ts'
import { options, owed, sessions } from './views/sessions.ts'

const page = { page: 1, size: 50 }
const later = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T04:00:00Z`),
})
let world: World
let town: Organization
let village: Organization
let clerk: Person
let villageSecretary: Person
beforeEach(async () => {
  world = await plant(db)
  town = await plantOrganization(db, world.county, '青山镇党委', { kind: 'committee' })
  village = await plantOrganization(db, town, '上河村党支部', {})
  clerk = await plantCaller(db, town, { office: 'clerk' })
  villageSecretary = await plantCaller(db, village, { office: 'secretary' })
  const { unitId, id: organizationId } = village
  const memberId = villageSecretary.actor.personId
  const held = { memberId, organizationId, from: '2025-01-01', byId: newId() }
  await db.insert(posts).values({ ...held, post: 'secretary', unitId })
})
const reading = (phaseId: string) => [
  {
    taskId: newId(),
    phaseId,
    title: '学习纲要',
    chapters: ['第一章', '第二章'],
    dueOn: '2026-06-30',
  },
]
async function thematic() {
  const organizationId = world.county.id
  const span = { from: '2026-04-01', until: '2026-07-09' }
  const asked = await draft(world.organizer, { organizationId, kind: 'thematic', ...span })
  const readings = reading(asked.phases[0]?.phaseId ?? '')
  return launched(world.organizer, world.county, 'thematic', { ...asked, readings })
}

test('[S0-16] [S3-03] is a container of phases, a reading list, asked activities and return forms, from its draft to what was expected and what came', async () => {
  const { organizer, county, secretary, east, member } = world
  const { campaignId, facts, told } = await thematic()
  expect(facts.phases.map(({ from, until }) => `${from}~${until}`)).toEqual([
    '2026-04-01~2026-05-10',
    '2026-05-11~2026-06-19',
    '2026-06-20~2026-07-09',
  ])
  expect(told).toEqual({ organizations: 5, people: 5 })
  const inbox = await listInbox(member, { ...page, onlyUnread: false })
  expect(inbox.rows[0]).toMatchObject({ title: '2026年党内集中教育开始了', link: '/campaigns' })

  // The reading list is read as any reading task.
  const taskId = facts.readings[0]?.taskId ?? ''
  await checkIn(member, { taskId, chapter: 0, note: '学习了第一章，很受启发教育' })
  const own = await mine(member, {})
  expect(own.rows).toMatchObject([
    { phaseName: '检视整改', readings: [{ title: '学习纲要', chapters: 2, done: 1 }] },
  ])
  expect(own.rows[0]?.answersFor).toBeNull()
  expect((await mine(secretary, {})).rows[0]?.answersFor?.organizationName).toBe('东支部')

  const seen = await show(secretary, { campaignId, organizationId: east.id })
  expect(seen).toMatchObject({ isBranch: true, can: { manage: false, answer: true } })
  expect(seen.tally).toMatchObject({ branches: 1, asked: 6, held: 0, returnsOverdue: 1 })
  const listed = await listCampaigns(clerk, { organizationId: town.id, page: 1, size: 50 })
  expect(listed.rows).toMatchObject([{ place: 'above', tally: { branches: 1, asked: 6 } }])

  // Summed up only when it is over; the numbers then stand still.
  const words = { campaignId, version: 1, summary: '组织有力，全员参加，成效明显。' }
  await expectRefusal(close(organizer, words), 'campaigns.early')
  const after = later(organizer, '2026-07-10')
  const tally = await close(after, words)
  expect(tally).toMatchObject({ branches: 3, asked: 18, held: 0, returnsDue: 4, returned: 0 })
  const closed = await show(after, { campaignId, organizationId: county.id })
  expect(closed).toMatchObject({ state: 'closed', outcome: { on: '2026-07-10', tally } })
  const late = { campaignId, organizationId: east.id, findingId: newId(), ...problem }
  await expectRefusal(find(later(secretary, '2026-07-11'), late), 'campaigns.state')
})

test('[S3-39] seminars, the secretary’s lessons and stories count from the real activities that name them', async () => {
  const { organizer, county, secretary, east } = world
  const { campaignId, facts } = await thematic()
  const askId = (topic: string) => facts.asks.find((one) => one.topic === topic)?.askId ?? ''
  const at = { campaignId, organizationId: east.id }
  const chosen = await options(secretary, { organizationId: east.id })
  expect(chosen.rows.map(({ title }) => title)).toContain('书记讲专题党课')

  // Planning one begins with what is asked.
  const lesson = await draftPlan(secretary, {
    organizationId: east.id,
    kind: 'lecture',
    groupId: null,
    askId: askId('story'),
  })
  expect(lesson.plan).toMatchObject({ title: '讲故事学理论', lectureType: 'story' })
  const key = { activityId: newId(), organizationId: east.id, groupId: null }
  await plan(secretary, { ...lesson.plan, ...key, kind: 'lecture' })
  const planned = await sessions(secretary, { ...at, askId: askId('story'), ...page })
  expect(planned.rows).toMatchObject([{ isClosed: false, counts: false, why: '记录还没有关闭' }])

  const seminar = { campaignAskId: askId('seminar'), kind: 'themeDay' as const }
  await plantHeld(db, east, { ...seminar, day: '2026-04-10', title: '第一次研讨' })
  await plantHeld(db, east, { ...seminar, day: '2026-05-20', title: '补研讨' })
  await plantHeld(db, east, { ...seminar, day: '2026-05-21', title: '第三次' })
  await plantHeld(db, east, { ...seminar, day: '2026-03-20', title: '开始以前' })
  const lecture = { campaignAskId: askId('secretaryLesson'), kind: 'lecture' as const }
  await plantHeld(db, east, { ...lecture, day: '2026-04-12', speaker: 'teacher' })
  await plantHeld(db, east, { ...lecture, day: '2026-04-13', speaker: 'secretary' })
  await plantActivity(db, east, { ...seminar, cancelledAt: new Date(), title: '取消的' })

  const state = await owed(secretary, at)
  const shown = Object.fromEntries(state.asks.map((one) => [one.topic, one]))
  expect(shown['seminar']).toMatchObject({ count: 2, held: 2, isOverdue: false })
  expect(shown['secretaryLesson']).toMatchObject({ count: 1, held: 1 })
  expect(shown['story']).toMatchObject({ held: 0, isOverdue: true })
  const all = await sessions(organizer, { campaignId, organizationId: county.id, ...page })
  expect(all.total).toBe(7)
  const why = new Map(all.rows.map((row) => [row.title, row]))
  expect(why.get('补研讨')).toMatchObject({ counts: true, isLate: true })
  expect(why.get('开始以前')?.why).toBe('在本阶段 2026-04-01 开始以前')
  expect(all.rows.filter((row) => row.why === '主讲不是党组织书记')).toHaveLength(1)
  const top = await board(organizer, { campaignId, organizationId: county.id })
  const line = top.rows.find(({ organizationId }) => organizationId === east.id)
  expect(line).toMatchObject({ asked: 6, held: 3, late: 2, hasBelow: false })
  expect(top.rows.find(({ organizationId }) => organizationId === town.id)?.hasBelow).toBe(true)

  // What is owed stands on the first page, and is reminded of once a day.
  const { todos } = await showBranch(secretary, { organizationId: east.id })
  const keys = todos.map(({ key: one }) => one).filter((one) => one.startsWith('campaign:'))
  expect(keys).toContain(`campaign:ask:${askId('story')}`)
  const where = { campaignId, organizationId: county.id }
  expect(await remind(organizer, where)).toEqual({ organizations: 3, people: 1 })
  expect(await remind(organizer, where)).toEqual({ organizations: 3, people: 0 })
  const inbox = await listInbox(villageSecretary, { ...page, onlyUnread: false })
  expect(inbox.rows[0]?.body).toContain('上河村党支部还欠4 次活动、1 张回执')
})

test('return forms come late or in time, are sent back and corrected, and roll up to rows', async () => {
  const { organizer, county, secretary, east } = world
  const { campaignId, facts } = await thematic()
  const returnFormId = facts.returnForms[0]?.returnFormId ?? ''
  const form = { campaignId, returnFormId, organizationId: east.id }
  const answers = { people: 12, speakers: 5, effect: 'effect-1', practice: '以案学理' }
  await expectRefusal(
    give(secretary, { ...form, version: 0, answers: { people: -1 }, reason: '' }),
    'input.invalid',
  )
  const given = await give(secretary, { ...form, version: 0, answers, reason: '' })
  expect(await give(secretary, { ...form, version: 0, answers, reason: '' })).toEqual(given)
  const other = { ...form, organizationId: village.id }
  const early = later(villageSecretary, '2026-05-09')
  await give(early, { ...other, version: 0, answers: { ...answers, people: 30 }, reason: '' })
  const sum = await rollUp(organizer, { ...form, organizationId: county.id })
  expect(sum).toMatchObject({ expected: 3, returned: 2 })
  const figureOf = (id: string) => sum.figures.filter(({ questionId }) => questionId === id)
  expect(figureOf('people')).toMatchObject([{ kind: 'sum', value: 42 }])
  expect(figureOf('effect')[0]).toMatchObject({ kind: 'count', value: 2 })
  const wanted = { ...form, organizationId: county.id, questionId: 'people', optionId: null }
  const rows = await figure(organizer, { ...wanted, ...page })
  expect(new Set(rows.rows.map(({ value }) => value))).toEqual(new Set(['12', '30']))

  const lines = await listReturns(organizer, { ...form, organizationId: county.id, ...page })
  expect(lines.rows.map(({ state }) => state)).toEqual(['overdue', 'late', 'returned'])
  const back = { unitId: given.unitId, returnId: given.returnId, version: 1, reason: '人数不实' }
  await sendBack(organizer, back)
  expect(await rollUp(organizer, { ...form, organizationId: county.id })).toMatchObject({
    returned: 1,
  })
  const mended = { ...form, version: 2, answers: { ...answers, people: 11 }, reason: '' }
  await give(secretary, mended)
  const read = await showReturn(organizer, form)
  expect(read).toMatchObject({ answers: { people: 11 }, state: 'late', version: 3 })
  expect(read.earlier).toMatchObject([{ reason: '人数不实' }])
  const again = give(secretary, { ...form, version: 3, answers, reason: '' })
  await expectRefusal(again, 'campaigns.sayWhy')
  const last = facts.returnForms[1]?.returnFormId ?? ''
  const wrong = give(secretary, { ...form, returnFormId: last, version: 0, answers, reason: '' })
  await expectRefusal(wrong, 'campaigns.notAsked')
  await expectRefusal(sendBack(clerk, back), 'campaigns.returnUnknown')
})

test('[S3-74] what was found wanting is listed, put right with evidence, and closed by the one above', async () => {
  const { organizer, county } = world
  const { campaignId } = await thematic()
  const at = { campaignId, organizationId: village.id }
  const findingId = newId()
  const asked = { ...at, findingId, ...problem }
  const past = find(villageSecretary, { ...asked, dueOn: '2026-05-01' })
  await expectRefusal(past, 'campaigns.findingDue')
  const key = await find(villageSecretary, asked)
  expect(await find(villageSecretary, asked)).toEqual(key)

  const list = (person: Person, organizationId: string) =>
    findings(person, { campaignId, organizationId, onlyOverdue: false, ...page })
  expect((await list(villageSecretary, village.id)).rows).toMatchObject([
    { light: 'near', state: 'open', mayAnswer: true, mayJudge: false },
  ])
  const overdue = later(clerk, '2026-06-20')
  expect(await list(overdue, town.id)).toMatchObject({ open: 1, overdue: 1, total: 1 })
  expect((await list(overdue, town.id)).rows[0]?.light).toBe('overdue')

  const done = { ...key, version: 0, result: '建立了走访台账，走访 40 户', fileIds: [] }
  await expectRefusal(resolve(villageSecretary, done), 'campaigns.evidence')
  const early = settle(clerk, { ...key, version: 0, isClosed: true, verdict: '' })
  await expectRefusal(early, 'campaigns.notResolved')
  const fileIds = [await plantFile(db, villageSecretary, '走访台账.pdf')]
  await resolve(villageSecretary, { ...done, fileIds })
  const { todos } = await showBranch(clerk, { organizationId: town.id })
  expect(todos.map(({ key: one }) => one)).toContain(`campaign:close:${campaignId}`)

  const settled = { ...key, version: 1, isClosed: false, verdict: '' }
  await expectRefusal(settle(clerk, settled), 'campaigns.sayVerdict')
  await settle(clerk, { ...settled, verdict: '还缺群众签字' })
  const inbox = await listInbox(villageSecretary, { ...page, onlyUnread: true })
  expect(inbox.rows[0]).toMatchObject({ title: '整改退回，请继续' })
  await resolve(villageSecretary, { ...done, version: 2 })
  await expectRefusal(settle(clerk, { ...settled, version: 2, isClosed: true }), 'input.stale')
  await settle(clerk, { ...settled, version: 3, isClosed: true, verdict: '属实' })
  const shown = await list(organizer, county.id)
  expect(shown).toMatchObject({ open: 0, overdue: 0, total: 1 })
  expect(shown.rows[0]).toMatchObject({ light: 'done', closedOn: '2026-06-01' })
  expect(shown.rows[0]?.files.map(({ name }) => name)).toEqual(['走访台账.pdf'])
  const outside = await plant(db)
  const foreign = findings(outside.organizer, {
    campaignId,
    organizationId: outside.county.id,
    onlyOverdue: false,
    ...page,
  })
  await expectRefusal(foreign, 'campaigns.unknown')
})

test('what does not fit together is refused, and a running campaign keeps what it asked', async () => {
  const { organizer, county, secretary, east } = world
  const organizationId = county.id
  const span = { from: '2026-04-01', until: '2026-07-09' }
  const facts = await draft(organizer, { organizationId, kind: 'thematic', ...span })
  const form = { ...facts, campaignId: newId(), organizationId, kind: 'thematic' as const }
  const broken = { ...form, until: '2026-05-01' }
  await expectRefusal(prepare(organizer, broken), 'campaigns.phaseDays')
  await expectRefusal(prepare(organizer, { ...form, targetMinutes: 60 }), 'campaigns.target')
  const lost = { ...form, readings: reading(newId()) }
  await expectRefusal(prepare(organizer, lost), 'campaigns.phaseUnknown')
  const own = prepare(clerk, { ...form, organizationId: village.id })
  await expectRefusal(own, 'campaigns.branch')
  await prepare(organizer, form)
  expect(await prepare(organizer, form)).toEqual({ campaignId: form.campaignId })

  // Nobody below sees what is only being prepared.
  expect(
    (await listCampaigns(secretary, { organizationId: east.id, page: 1, size: 50 })).rows,
  ).toEqual([])
  const { campaignId } = form
  await expectRefusal(launch(clerk, { campaignId, version: 0 }), 'campaigns.unknown')
  await change(organizer, { ...facts, campaignId, version: 0, title: '学习教育' })
  await expectRefusal(launch(organizer, { campaignId, version: 0 }), 'input.stale')
  await launch(organizer, { campaignId, version: 1 })
  const fewer = { ...facts, campaignId, version: 2, asks: facts.asks.slice(1) }
  await expectRefusal(change(organizer, fewer), 'campaigns.inUse')
  const more = { ...fewer, asks: facts.asks, readings: reading(facts.phases[0]?.phaseId ?? '') }
  await change(organizer, more)
  expect((await mine(world.member, {})).rows[0]?.readings).toHaveLength(1)
})

const problem = {
  problem: '联系群众不够经常，走访不到位',
  source: '组织生活会',
  measure: '每月走访 10 户，记民情日记',
  ownerName: '王书记',
  dueOn: '2026-06-07',
}
