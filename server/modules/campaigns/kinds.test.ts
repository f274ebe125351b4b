import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { launched } from '../../testing/campaigns.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantFile } from '../../testing/files.ts'
import { postEntry } from '../../testing/record.ts'
import { finished, planned } from '../../testing/theme-day.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Organization, Person, World } from '../../testing/world.ts'
import { close as closeActivity } from '../activities/acts/close.ts'
import { excuses } from '../members/table.ts'
import { checkIn } from '../reading/acts/tasks.ts'
import { enter, enterFor, judge } from './acts/entries.ts'
import { find } from './acts/findings.ts'
import { give } from './acts/returns.ts'
import { board, draft, listKinds, show } from './views/campaigns.ts'
import { entries, myEntries } from './views/entries.ts'
import { mine } from './views/mine.ts'
import { rollUp } from './views/returns.ts'
import { people } from './views/sessions.ts'
import { spread } from './rules/draft.ts'

const page = { page: 1, size: 50 }
let world: World
let town: Organization
let village: Organization
let clerk: Person
let villager: Person
beforeEach(async () => {
  world = await plant(db)
  town = await plantOrganization(db, world.county, '青山镇党委', { kind: 'committee' })
  village = await plantOrganization(db, town, '上河村党支部', {})
  clerk = await plantCaller(db, town, { office: 'clerk' })
  villager = await plantCaller(db, village, { name: '李讲课' })
})

test('every kind says what it brings; days are split by its shares and end with it', async () => {
  const { rows } = await listKinds(world.organizer, {})
  expect(
    rows.map(({ kind, hasFindings, hasEntries, hasTarget, needsSelfStudy }) =>
      [kind, hasFindings, hasEntries, hasTarget, needsSelfStudy].join(),
    ),
  ).toEqual([
    'thematic,true,false,false,false',
    'seasonal,false,false,true,false',
    'rotation,false,false,true,true',
    'lessons,false,true,false,false',
  ])
  const days = spread([40, 40, 20], { from: '2026-04-01', until: '2026-04-02' })
  expect(days.at(-1)?.until).toBe('2026-04-02')
  const two = { kind: 'lessons', from: '2026-05-02', until: '2026-05-01' } as const
  const wrong = draft(world.organizer, { organizationId: world.county.id, ...two })
  await expectRefusal(wrong, 'campaigns.days')
})

test('[S3-04] training in the slack season has a target of its own, counted from all organised study of its days, and a return form', async () => {
  const { organizer, county } = world
  const changes = { targetMinutes: 180, targetPeople: 2 }
  const { campaignId, facts } = await launched(clerk, town, 'seasonal', changes)
  const { actor } = villager
  const second = await plantCaller(db, village, { name: '王种田' })
  const old = await plantCaller(db, village, { name: '赵年高' })
  const { unitId } = village
  const by = { from: '2026-01-01', approvedBy: '书记', byId: newId(), at: noon }
  const memberId = old.actor.personId
  await db.insert(excuses).values({ unitId, memberId, reason: 'frail', ...by })
  await postEntry(village, actor.personId, 120, { day: '2026-04-10' })
  await postEntry(village, actor.personId, 60, { day: '2026-05-10', source: 'class' })
  await postEntry(village, second.actor.personId, 600, { day: '2026-02-10' })
  await postEntry(village, second.actor.personId, 600, { day: '2026-05-02', isCentralized: false })

  const at = { campaignId, organizationId: town.id }
  const list = await people(clerk, { ...at, onlyOpen: false, ...page })
  expect(list.rows.map(({ name, minutes, isDone }) => [name, minutes, isDone])).toContainEqual([
    '李讲课',
    180,
    true,
  ])
  expect(list.rows.map(({ name }) => name)).not.toContain('赵年高')
  expect(list.total).toBe(2)
  const open = await people(clerk, { ...at, onlyOpen: true, ...page })
  expect(open.rows.find(({ name }) => name === '王种田')).toMatchObject({ minutes: 0 })
  expect(open.rows.map(({ name }) => name)).not.toContain('李讲课')
  const seen = await show(organizer, { campaignId, organizationId: county.id })
  expect(seen).toMatchObject({ targetPeople: 2, tally: { people: 2, reached: 1 } })
  expect((await mine(villager, {})).rows[0]).toMatchObject({ minutes: 180, targetMinutes: 180 })

  const secretary = await plantCaller(db, village, { office: 'secretary' })
  const returnFormId = facts.returnForms[0]?.returnFormId ?? ''
  const form = { campaignId, returnFormId, organizationId: village.id }
  const answers = { sessions: 3, masses: 40, crops: 2, problems: '场地小' }
  await give(secretary, { ...form, version: 0, answers, reason: '' })
  const sum = await rollUp(clerk, { ...form, organizationId: town.id })
  expect(sum).toMatchObject({ expected: 1, returned: 1 })
  expect(sum.figures[1]).toMatchObject({ title: '同时受益的群众人数', value: 40 })
  const finding = {
    ...at,
    findingId: newId(),
    problem: '培训次数不够',
    source: '自查',
    measure: '增加两次培训',
    ownerName: '书记',
    dueOn: '2026-07-01',
  }
  await expectRefusal(find(clerk, finding), 'campaigns.noFindings')
})

test('[S3-28] a rotation is split to the branches; each member studies together and alone, and is done with both', async () => {
  const { organizer, county, secretary, member, east } = world
  const span = { from: '2026-04-01', until: '2026-07-09' }
  const asked = await draft(organizer, { organizationId: county.id, kind: 'rotation', ...span })
  const phaseId = asked.phases[1]?.phaseId ?? ''
  const taskId = newId()
  const list = { taskId, phaseId, title: '党章', chapters: ['总纲'], dueOn: '2026-06-30' }
  const changes = { ...asked, targetMinutes: 60, readings: [list] }
  const { campaignId, facts } = await launched(organizer, county, 'rotation', changes)

  const askId = facts.asks[0]?.askId ?? ''
  const key = await planned(secretary, east.id, { campaignAskId: askId })
  await closeActivity(secretary, await finished(secretary, key))
  await checkIn(member, { taskId, chapter: 0, note: '自学了总纲，体会很深刻' })

  const at = { campaignId, organizationId: east.id, onlyOpen: false }
  const { rows, chapters } = await people(secretary, { ...at, ...page })
  expect(chapters).toBe(1)
  const own = rows.find(({ memberId }) => memberId === member.actor.personId)
  expect(own).toMatchObject({ chapters: 1, isDone: true })
  expect(own?.minutes).toBeGreaterThanOrEqual(60)
  const leader = rows.find(({ memberId }) => memberId === secretary.actor.personId)
  expect(leader).toMatchObject({ chapters: 0, isDone: false, minutes: own?.minutes })
  const top = await board(organizer, { campaignId, organizationId: county.id })
  expect(top.rows.find(({ organizationId }) => organizationId === east.id)).toMatchObject({
    asked: 4,
    held: 1,
    people: 2,
    reached: 1,
    readers: 1,
  })
  const villages = top.rows.find(({ organizationId }) => organizationId === town.id)
  expect(villages).toMatchObject({ branches: 1, asked: 4, held: 0, reached: 0 })
})

test('[S4-24] [S3-24] [S3-25] lessons are sent in with a paper or a film, judged on their way up, and the chosen stand in a register with counts', async () => {
  const { organizer, county } = world
  const { campaignId } = await launched(organizer, county, 'lessons')
  const work = { ...lesson, entryId: newId(), campaignId }
  await expectRefusal(enter(villager, work), 'campaigns.work')
  await expectRefusal(
    enter(world.stranger, { ...work, link: 'https://e.cn' }),
    'campaigns.membersOnly',
  )
  const fileIds = [await plantFile(db, villager, '讲稿.docx')]
  const key = await enter(villager, { ...work, fileIds })
  expect(await enter(villager, { ...work, fileIds })).toEqual(key)
  const secretary = await plantCaller(db, village, { office: 'secretary' })
  const film = { ...work, entryId: newId(), genre: 'video' as const, link: 'https://example.cn/v' }
  const forOne = { ...film, organizationId: village.id, memberId: villager.actor.personId }
  const filmKey = await enterFor(secretary, forOne)
  const foreign = { ...forOne, entryId: newId(), memberId: newId() }
  await expectRefusal(enterFor(secretary, foreign), 'campaigns.memberUnknown')

  const say = { score: 92, isPassed: true, comment: '故事真、道理明', award: '' }
  const first = { ...key, version: 0, ...say }
  await expectRefusal(judge(organizer, { ...first, version: 9 }), 'input.stale')
  const waiting = { campaignId, organizationId: town.id, onlyWaiting: true, ...page }
  expect(await entries(clerk, waiting)).toMatchObject({ total: 2, waiting: 2 })
  expect(await judge(clerk, first)).toEqual({ version: 1, state: 'judging' })
  await expectRefusal(judge(clerk, { ...first, version: 1 }), 'campaigns.notHere')
  await judge(clerk, { ...filmKey, version: 0, ...say, isPassed: false, comment: '画面太暗' })
  const last = await judge(organizer, { ...first, version: 1, score: 95, award: '县级优秀党课' })
  expect(last).toEqual({ version: 2, state: 'selected' })
  await expectRefusal(judge(organizer, { ...first, version: 2 }), 'campaigns.judged')

  const all = { campaignId, organizationId: county.id, onlyWaiting: false, ...page }
  const register = await entries(organizer, all)
  expect(register.counts).toEqual([
    { genre: 'lesson', entries: 1, selected: 1 },
    { genre: 'video', entries: 1, selected: 0 },
    { genre: 'model', entries: 0, selected: 0 },
  ])
  expect(register.rows[0]).toMatchObject({
    title: '一口老井的故事',
    award: '县级优秀党课',
    speakerName: '李讲课',
    files: [{ name: '讲稿.docx' }],
    judgments: [
      { organizationName: '青山镇党委', score: 92 },
      { organizationName: '县委', score: 95 },
    ],
  })
  const chosen = await entries(organizer, { ...all, state: 'selected' })
  expect(chosen.total).toBe(1)
  const own = await myEntries(villager, { campaignId })
  expect(new Set(own.rows.map(({ state }) => state))).toEqual(new Set(['selected', 'declined']))
  expect((await show(organizer, { campaignId, organizationId: county.id })).tally).toMatchObject({
    entries: 2,
    selected: 1,
  })
  expect((await mine(villager, {})).rows[0]).toMatchObject({ hasEntries: true })
})

const lesson = {
  title: '一口老井的故事',
  genre: 'lesson' as const,
  minutes: 15,
  summary: '讲村里打井的往事和今天的自来水',
  link: '',
  fileIds: [] as string[],
}
