import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantCaller, plantMember, plantOrganization } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { postHours } from '../../ledgers/index.ts'
import { grow, profile } from '../../members/acts/profile.ts'
import { posts } from '../../members/table.ts'
import { listMembers } from '../../members/views/list.ts'
import { showHistory } from '../../members/views/history.ts'
import { showMember } from '../../members/views/show.ts'
import { send } from '../../notices/acts/send.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { board as showBoard } from '../../requirements/views/board.ts'
import { gaps as showGroups } from '../../requirements/views/groups.ts'
import { floatingStays } from '../../floating/table.ts'
import { previewAudience } from '../views/preview.ts'
import { listSaved } from '../views/saved.ts'
import { listWatches, showWatch } from '../views/watches.ts'
import { drop, save } from './save.ts'
import { endWatch, setWatch } from './watch.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const inbox = async (who: Person) =>
  (await listInbox(who, { page: 1, size: 20, onlyUnread: false })).rows.map(({ title }) => title)
const hold = (who: Person, post: 'secretary' | 'publicityOfficer') =>
  db.insert(posts).values({
    unitId: world.east.unitId,
    memberId: who.actor.memberId ?? '',
    organizationId: world.east.id,
    post,
    from: '2025-01-01',
    byId: newId(),
  })
const chosen = async (audience: object, organizationId = world.county.id) =>
  (await previewAudience(world.organizer, { organizationId, audience })).total

test('[S0-18] an audience by tier, sector and cohort is counted, saved, and hears the core and its part', async () => {
  const village = await plantOrganization(db, world.county, '荷塘村支部', {
    sector: 'village',
    tier: 2,
  })
  const old = await plantCaller(db, village, { name: '老农', bornOn: '1950-01-01' })
  const young = await plantCaller(db, village, { name: '青年', bornOn: '2000-01-01' })
  const audience = { sectors: ['village' as const], tiers: [2] }
  const organizationId = world.county.id
  const seen = await previewAudience(world.organizer, { organizationId, audience })
  expect(seen).toMatchObject({ total: 2, branches: 1, sentence: '农村，2 类组织' })
  expect(seen.sample.map(({ name }) => name)).toEqual(['老农', '青年'])

  await save(world.organizer, { organizationId, name: '二类村', audience, change: null })
  const { rows } = await listSaved(world.organizer, { organizationId, page: 1, size: 50 })
  expect(rows).toMatchObject([
    { name: '二类村', audience, sentence: '农村，2 类组织', isOwn: true },
  ])

  await send(world.organizer, {
    organizationId,
    formId: newId(),
    title: '六月学习',
    body: '共同内容',
    link: '',
    audience: rows[0]?.audience ?? {},
    parts: [{ name: '送学上门', audience: { cohorts: ['old'] }, body: '由支部送学' }],
    fileIds: [],
  })
  expect((await inbox(old)).toSorted()).toEqual(['六月学习', '六月学习（送学上门）'])
  expect(await inbox(young)).toEqual(['六月学习'])
  expect(await inbox(world.member)).toEqual([])
})

test('[S2-04] the three layers: who leads, who does the work of the Party, and cadres by rank', async () => {
  await hold(world.secretary, 'secretary')
  await hold(world.member, 'publicityOfficer')
  await plantMember(db, world.west, { name: '科长', rank: 'section' })
  expect(await chosen({ layers: ['head'] })).toBe(1)
  expect(await chosen({ layers: ['worker'] })).toBe(1)
  expect(await chosen({ layers: ['cadre'] })).toBe(1)
  expect(await chosen({ layers: ['head', 'worker', 'cadre'] })).toBe(3)
  const audience = { layers: ['cadre' as const] }
  const { rows } = await listMembers(world.organizer, {
    organizationId: world.county.id,
    audience,
    text: '',
    order: 'name',
    page: 1,
    size: 10,
  })
  expect(rows.map(({ name, rank }) => [name, rank])).toEqual([['科长', 'section']])
})

const key = () => ({ unitId: world.east.unitId, memberId: world.member.actor.memberId ?? '' })
const learner = {
  rank: 'ordinary' as const,
  trade: 'farmer' as const,
  traits: ['onSite' as const, 'partnered' as const],
  isRestructured: false,
}

test('[S3-71] a learner’s trade, age, education and traits choose them into an audience', async () => {
  await profile(world.secretary, { ...key(), version: 0, profile: learner })
  expect(await showMember(world.secretary, key())).toMatchObject({ profile: learner })
  expect(await chosen({ trades: ['farmer'], traits: ['partnered'] })).toBe(1)
  expect(await chosen({ trades: ['farmer'], traits: ['online'] })).toBe(0)
  expect(await chosen({ traits: ['onSite'], ageFrom: 40, ageTo: 50 })).toBe(1)
  expect(await chosen({ traits: ['onSite'], educations: ['postgraduate'] })).toBe(0)

  const stale = profile(world.secretary, { ...key(), version: 0, profile: learner })
  await expectRefusal(stale, 'input.stale')
  const other = { unitId: world.west.unitId, memberId: await plantMember(db, world.west) }
  const strange = profile(world.secretary, { ...other, version: 0, profile: learner })
  await expectRefusal(strange, 'members.unknown')
})

test('[S1-34] a new kind of farmer has a type and a record of how they grew', async () => {
  const step = { ...key(), on: '2026-03-01', type: 'founder' as const, note: '办起水稻合作社' }
  await grow(world.secretary, { ...step, version: 0 })
  const next = { ...step, on: '2026-05-20', type: 'prosperous' as const, note: '带动五户增收' }
  await grow(world.secretary, { ...next, version: 1 })
  expect(await showMember(world.secretary, key())).toMatchObject({
    ruralType: 'prosperous',
    growth: [
      { type: 'prosperous', on: '2026-05-20', note: '带动五户增收', byName: '张三' },
      { type: 'founder', on: '2026-03-01' },
    ],
  })
  expect(await chosen({ ruralTypes: ['prosperous'] })).toBe(1)
  expect(await chosen({ ruralTypes: ['founder'] })).toBe(0)
  const { changes } = await showHistory(world.secretary, key())
  expect(changes[0]?.what).toBe('新型农民成长记录')
  await expectRefusal(grow(world.secretary, { ...step, version: 1 }), 'input.stale')
  await expectRefusal(
    grow(world.secretary, { ...step, version: 2, on: '2026-06-02' }),
    'members.dayOff',
  )
})

const board = async (requirement: 'memberHours' | 'sectionCadreHours' | 'countyCadreHours') => {
  const input = { organizationId: world.east.id, requirement, sort: 'name' as const }
  return showBoard(world.secretary, { ...input, page: 1, size: 50 })
}

test('[S0-19] rank decides which hours somebody owes, and is shown', async () => {
  await profile(world.secretary, { ...key(), version: 0, profile: { ...learner, rank: 'section' } })
  const leader = await plantMember(db, world.east, { name: '县领导', rank: 'county' })
  expect((await board('memberHours')).rows).toHaveLength(3)
  const section = await board('sectionCadreHours')
  expect(section.rows).toMatchObject([{ memberId: key().memberId, dueYearMinutes: 5400 }])
  const county = await board('countyCadreHours')
  expect(county.rows).toMatchObject([{ memberId: leader, dueYearMinutes: 6600 }])
  expect(county.requirement.sentence).toContain('550 学时')
  expect((await showMember(world.secretary, key())).profile.rank).toBe('section')
})

const posting = (memberId: string, minutes: number, day = '2026-03-01') => ({
  unitId: world.east.unitId,
  memberId,
  day,
  category: 'theory',
  level: 'county',
  ruleKey: 'hours.member.year',
  ruleFrom: '2019-05-06',
  isCentralized: true,
  source: 'class' as const,
  sourceId: newId(),
  title: '培训',
  minutes,
  key: newId(),
  postedBy: newId(),
  at: new Date(),
})

test('[S1-47] a cohort is watched with a target of its own, down to who has not reached it', async () => {
  const floating = { floatingSince: '2026-01-01', floatingTo: '远州省' }
  const far = await plantMember(db, world.east, { name: '甲远', ...floating })
  const near = await plantMember(db, world.east, { name: '乙远', ...floating })
  await postHours(db, [posting(far, 600)])
  const watch = {
    organizationId: world.county.id,
    name: '流动党员',
    audience: { cohorts: ['floating' as const] },
    year: 2026,
    targetMinutes: 480,
    targetShare: 80,
  }
  const set = await setWatch(world.organizer, watch)
  await expectRefusal(setWatch(world.organizer, watch), 'audience.watchKnown')

  const here = { organizationId: world.east.id }
  const { rows } = await listWatches(world.secretary, { ...here, page: 1, size: 50 })
  expect(rows).toMatchObject([{ ...set, people: 2, reached: 1, isReached: false }])
  const shown = await showWatch(world.secretary, { ...set, ...here, page: 1, size: 10 })
  expect(shown.rows).toMatchObject([
    { memberId: near, minutes: 0, isReached: false },
    { memberId: far, minutes: 600, isReached: true },
  ])
  await postHours(db, [posting(near, 480)])
  expect(
    (await listWatches(world.secretary, { ...here, page: 1, size: 50 })).rows[0]?.isReached,
  ).toBe(true)
  await expectRefusal(endWatch(world.secretary, set), 'audience.watchUnknown')
  await endWatch(world.organizer, set)
  expect((await listWatches(world.secretary, { ...here, page: 1, size: 50 })).rows).toEqual([])
})

test('[S1-51] coverage by those from restructured enterprises and those working away, with their names', async () => {
  const restructured = { name: '甲改制', isRestructured: true }
  const trained = await plantMember(db, world.east, restructured)
  await plantMember(db, world.east, { ...restructured, name: '乙改制' })
  const away = await plantMember(db, world.east, { name: '丙务工', floatingSince: '2026-01-01' })
  await db.insert(floatingStays).values({
    unitId: world.east.unitId,
    memberId: away,
    since: '2026-01-01',
    reason: 'work',
    range: 'nation',
    destination: '远州省',
    byId: newId(),
    at: new Date(),
  })
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-03'])
    await postHours(db, [posting(trained, 640, day)])
  const here = { organizationId: world.east.id, requirement: 'memberHours' as const }
  const { cohorts } = await showGroups(world.secretary, here)
  const of = (cohort: string) => cohorts.find((one) => one.cohort === cohort)
  expect(of('restructured')).toMatchObject({ people: 2 })
  expect(of('workAway')).toMatchObject({ people: 1 })
  const names = await showBoard(world.secretary, {
    ...here,
    cohort: 'restructured',
    sort: 'gap',
    page: 1,
    size: 10,
  })
  expect(names.rows.map(({ name, standing }) => [name, standing])).toEqual([
    ['乙改制', 'atRisk'],
    ['甲改制', 'met'],
  ])
})

test('a saved audience has one name, is shared downwards, and is changed by its owner only', async () => {
  const words = { organizationId: world.county.id, name: '青年', audience: { ageTo: 35 } }
  const saved = await save(world.organizer, { ...words, change: null })
  await expectRefusal(save(world.organizer, { ...words, change: null }), 'audience.known')
  const below = await listSaved(world.secretary, {
    organizationId: world.east.id,
    page: 1,
    size: 50,
  })
  expect(below.rows).toMatchObject([{ name: '青年', isOwn: false, organizationName: '县委' }])
  await expectRefusal(drop(world.secretary, saved), 'audience.unknown')

  const { version, ...rest } = saved
  const again = await save(world.organizer, {
    ...words,
    audience: { ageTo: 40 },
    change: { ...rest, version },
  })
  expect(again.version).toBe(2)
  await expectRefusal(save(world.organizer, { ...words, change: saved }), 'input.stale')
  await expectRefusal(drop(world.organizer, saved), 'input.stale')
  await drop(world.organizer, again)
  const left = await listSaved(world.organizer, {
    organizationId: world.county.id,
    page: 1,
    size: 50,
  })
  expect(left.rows).toEqual([])
  await expectRefusal(
    listSaved(world.secretary, { organizationId: world.west.id, page: 1, size: 50 }),
    'organizations.unknown',
  )
})
