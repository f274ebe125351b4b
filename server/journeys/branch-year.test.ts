import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { close as closeRecord } from '../modules/activities/acts/close.ts'
import { endRoll } from '../modules/activities/acts/end-roll.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { close, conclude, excuse } from '../modules/appraisal/acts/conclude.ts'
import { acknowledge, rate, rateSelf, writeSelf } from '../modules/appraisal/acts/rate.ts'
import { joinMeeting, open, vote } from '../modules/appraisal/acts/rounds.ts'
import { enter, record } from '../modules/appraisal/acts/talks.ts'
import { listAppraisals } from '../modules/appraisal/views/list.ts'
import { myAppraisal } from '../modules/appraisal/views/mine.ts'
import { showAppraisal, showAppraised } from '../modules/appraisal/views/round.ts'
import { myTalks, showMatrix } from '../modules/appraisal/views/talks.ts'
import { count } from '../modules/ballots/acts/count.ts'
import { ballotSlips, ballots } from '../modules/ballots/table.ts'
import { showFrequency } from '../modules/meetings/views/frequency.ts'
import { listInbox } from '../modules/notices/views/inbox.ts'
import { answersOf, at, rateAll, turn } from '../testing/appraisal.ts'
import { holdTheYear, plantFullBranch, talkAround } from '../testing/branch-year.ts'
import type { FullBranch } from '../testing/branch-year.ts'
import { voteAs } from '../testing/ballots.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { closing, planned, written } from '../testing/theme-day.ts'
import { plantCaller } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

/*
 * One branch, the whole of 2026: secretary, two more on the committee, four members, one on probation, one whose vote a
 * sanction took, and one who lies ill at home.
 */
let world: World
let deputy: Person
let publicist: Person
let members: readonly Person[]
let probationer: Person
let watched: Person
let illId: string
let branch: FullBranch
const year = 2026

beforeAll(async () => {
  branch = await plantFullBranch(db)
  ;({ world, deputy, publicist, members, probationer, watched, illId } = branch)
})

type Key = { readonly unitId: string; readonly appraisalId: string }
type Verdict = Pick<Parameters<typeof conclude>[1], 'headings' | 'grade' | 'opinion'>
const idOf = (person: Person) => person.actor.personId

const rating = '2026-12-10'
const theDay = '2026-12-21'
const latest = () => at(world.secretary, theDay)

function boardOf(secretary: Person) {
  const of = { organizationId: world.east.id, year, kind: 'themeDay' } as const
  return showFrequency(secretary, { ...of, onlyMissing: false, page: 1, size: 50 })
}

async function seeTheYear() {
  const { rows } = await boardOf(latest())
  const kept = new Map(rows.map((row) => [row.kind, row.cells]))
  for (const kind of ['themeDay', 'committeeMeeting', 'memberMeeting', 'lecture'] as const)
    expect(kept.get(kind)?.map(({ state }) => state)).toEqual(
      Array.from(
        { length: kind.endsWith('Day') || kind === 'committeeMeeting' ? 12 : 4 },
        () => 'kept',
      ),
    )
  expect(kept.get('lifeMeeting')).toMatchObject([{ state: 'open', held: 0 }])
}

/** Once a year, in a branch only, and everybody is told. */
async function begin(): Promise<Key> {
  const { east, county, secretary, organizer, member } = world
  const first = at(secretary, '2026-12-01')
  const asked = { organizationId: east.id, year, rateUntil: '2026-12-18', byGroup: false }
  await expectRefusal(open(first, { ...asked, year: 2025 }), 'appraisal.year')
  const above = at(organizer, '2026-12-01')
  await expectRefusal(open(above, { ...asked, organizationId: county.id }), 'appraisal.notBranch')
  const key = await open(first, asked)
  await expectRefusal(open(first, asked), 'appraisal.opened')
  const inbox = await listInbox(at(member, '2026-12-01'), { page: 1, size: 5, onlyUnread: true })
  expect(inbox.rows[0]).toMatchObject({ title: '2026 年民主评议党员：请自评、互评' })
  return key
}

/** Told by one, counted when the other says so too; for who cannot, the branch tells it. */
async function talk() {
  const { east, secretary, member } = world
  await talkAround(branch, '2026-12-05')
  const asked = { organizationId: east.id, year, onlyOwing: true, page: 1, size: 50 }
  const owing = await showMatrix(latest(), asked)
  expect(owing.rows.map(({ name, owed }) => [name, owed.length])).toEqual([['孙卧床', 2]])
  const visit = { organizationId: east.id, oneId: illId, day: '2026-12-06', note: '入户' }
  await enter(latest(), { ...visit, otherId: idOf(secretary) })
  await enter(latest(), { ...visit, otherId: idOf(member) })
  expect(await showMatrix(latest(), asked)).toMatchObject({ total: 0, done: 10 })
}

/** Four headings of oneself, a word for everybody else; no grade for who is on probation. */
async function rateEachOther(key: Key) {
  const { secretary, member } = world
  const me = at(member, rating)
  const self = { ...key, grade: 'qualified', summary: '入户走访偏少，明年每月一次' } as const
  await expect(rateSelf(me, { ...self, answers: {} })).rejects.toMatchObject({
    reason: 'input.invalid',
  })
  const word = { ...key, grade: 'basic', comment: '再接再厉' } as const
  await expectRefusal(rate(me, { ...word, memberId: idOf(member) }), 'appraisal.self')
  await expectRefusal(rate(me, { ...word, memberId: idOf(probationer) }), 'appraisal.noGrade')
  for (const person of [secretary, deputy, publicist, ...members, probationer, watched])
    // oxlint-disable-next-line no-await-in-loop
    await rateAll(at(person, rating), key)
  await rateSelf(me, { ...self, answers: answersOf('service') })
}

const start = async (key: Key) =>
  vote(latest(), { ...(await turn(latest(), key)), way: 'electronic', until: theDay })

/** The life meeting, at which nothing is voted on before everybody has been heard. */
async function meet(key: Key) {
  const { east, secretary } = world
  const there = at(secretary, theDay, '16:30')
  const meeting = await planned(there, east.id, { kind: 'lifeMeeting', place: '党员活动室' })
  await expectRefusal(start(key), 'appraisal.noMeeting')
  const { activityId } = meeting
  await joinMeeting(latest(), { ...(await turn(latest(), key)), activityId })
  expect((await showAppraisal(latest(), key)).lacks).toEqual(['孙卧床没有自评'])
  await expectRefusal(start(key), 'appraisal.lacks')
  const paper = { answers: answersOf(), grade: 'qualified', summary: '病中坚持学习' } as const
  await writeSelf(latest(), { ...key, ...paper, memberId: illId })
  const away = { ...meeting, memberId: illId, isRemote: false, note: '卧病' }
  await mark(there, { ...away, mark: 'absent' })
  await markRest(there, { ...meeting, mark: 'present' })
  return meeting
}

/** Without a name, by those who have a vote, and nobody marks more as excellent than the rule lets. */
async function ballot(key: Key): Promise<string> {
  const { secretary, member } = world
  const { ballotId } = await start(key)
  const slip = { unitId: key.unitId, ballotId }
  const again = { ...key, answers: answersOf(), grade: 'qualified', summary: '再补几句' } as const
  await expectRefusal(rateSelf(at(member, theDay), again), 'appraisal.voted')
  const before = await showAppraisal(latest(), key)
  expect(before).toMatchObject({ stage: 'voting', graded: 9, excellentMost: 3 })
  const graded = before.people.filter(({ role }) => role === 'graded')
  expect(graded.map(({ name }) => name)).not.toContain('吴新苗')

  const best = new Set([idOf(secretary), idOf(deputy), idOf(member)])
  const marks = (isBest: (memberId: string) => boolean) =>
    Object.fromEntries(
      graded.map(({ memberId }) => [
        memberId,
        isBest(memberId) ? ('excellent' as const) : ('qualified' as const),
      ]),
    )
  const choices = marks((memberId) => best.has(memberId))
  const voting = (person: Person) => at(person, theDay, '17:00')
  await expectRefusal(
    voteAs(
      voting(secretary),
      slip,
      marks(() => true),
    ),
    'ballots.most',
  )
  for (const person of [deputy, publicist, ...members])
    // oxlint-disable-next-line no-await-in-loop
    await voteAs(voting(person), slip, choices)
  for (const person of [probationer, watched])
    // oxlint-disable-next-line no-await-in-loop
    await expectRefusal(voteAs(voting(person), slip, choices), 'ballots.notAsked')
  await expectRefusal(judge(key, idOf(secretary)), 'appraisal.notCounted')
  await count(voting(secretary), { ...slip, tellers: [], paper: null, written: null })
  const counted = await showAppraisal(latest(), key)
  const votes = counted.people.find(({ memberId }) => memberId === idOf(member))?.votes
  expect(votes).toEqual({ excellent: 6, qualified: 0, basic: 0, failed: 0 })
  return ballotId
}

const good = { politics: 'good', discipline: 'good', virtue: 'good', service: 'good' } as const
const gap = { ...good, service: 'lacking' } as const

async function judge(key: Key, memberId: string, changes: Partial<Verdict> = {}) {
  const usual = { headings: good, grade: 'excellent', opinion: '带头学习，群众认可' } as const
  return conclude(latest(), { ...(await turn(latest(), key)), memberId, ...usual, ...changes })
}

/** A third of nine is three; who has a gap is not excellent; who is on probation gets no grade. */
async function judgeAll(key: Key) {
  const { secretary, member } = world
  await judge(key, idOf(secretary))
  await judge(key, idOf(deputy))
  await expectRefusal(judge(key, idOf(member), { headings: gap }), 'appraisal.excellentLacking')
  await judge(key, idOf(publicist))
  await expectRefusal(judge(key, idOf(watched)), 'appraisal.excellentMost')
  await expectRefusal(judge(key, idOf(probationer)), 'appraisal.noGrade')
  await judge(key, idOf(probationer), { grade: null, opinion: '进步明显，继续努力' })
  await expectRefusal(close(latest(), await turn(latest(), key)), 'appraisal.unsettled')
  const verdict = { headings: gap, grade: 'qualified', opinion: '要多入户走访' } as const
  await judge(key, idOf(member), verdict)
  for (const person of [...members.slice(1), watched])
    // oxlint-disable-next-line no-await-in-loop
    await judge(key, idOf(person), { grade: 'qualified' })
  await judge(key, illId, { grade: 'qualified', opinion: '身患重病仍按月交纳党费' })
}

/** Each is told of themself, and nothing of anybody else. */
async function tell(key: Key) {
  const member = at(world.member, '2026-12-22')
  const [mine] = (await myAppraisal(member, {})).rounds
  expect(mine?.result).toMatchObject({ grade: 'qualified', opinion: '要多入户走访', isRead: false })
  expect(mine?.result?.opinions).toHaveLength(8)
  expect(JSON.stringify(mine)).not.toContain('身患重病')
  await acknowledge(member, { ...key, reply: '接受批评' })
  const shown = await showAppraised(latest(), { ...key, memberId: idOf(member) })
  expect(shown).toMatchObject({
    reply: '接受批评',
    self: { summary: '入户走访偏少，明年每月一次' },
  })
  const [young] = (await myAppraisal(at(probationer, '2026-12-22'), {})).rounds
  expect(young).toMatchObject({ role: 'ungraded', result: { grade: null } })
}

/** Whoever reads all tables finds no voter in them: the secretary neither. */
async function lookForVoters(ballotId: string) {
  const slips = await db.select().from(ballotSlips).where(eq(ballotSlips.ballotId, ballotId))
  expect(slips).toHaveLength(6)
  const [{ sealedKey } = { sealedKey: '' }] = await db
    .select()
    .from(ballots)
    .where(eq(ballots.id, ballotId))
  expect(sealedKey).toBeNull()
  const told = JSON.stringify(slips.map(({ ticket, id, unitId }) => ({ ticket, id, unitId })))
  for (const { actor } of [...members, deputy])
    for (const id of [actor.personId, actor.accountId]) expect(told).not.toContain(id)
}

async function lookFromOutside(key: Key) {
  const { west, member } = world
  const neighbour = await plantCaller(db, west, { office: 'secretary' })
  const person = { ...key, memberId: idOf(member) }
  await expectRefusal(showAppraisal(neighbour, key), 'appraisal.unknown')
  await expectRefusal(showAppraised(neighbour, person), 'appraisal.unknown')
  await expect(showAppraisal(member, key)).rejects.toMatchObject({ reason: 'reach.none' })
  // On the committee, and yet what was said of whom is for who holds the appraisal.
  await expect(showAppraised(deputy, person)).rejects.toMatchObject({ reason: 'reach.none' })
  const again = { ...person, ...(await turn(latest(), key)), reason: '卧病在家' }
  await expectRefusal(excuse(latest(), again), 'appraisal.closed')
  expect((await myAppraisal(neighbour, {})).rounds).toEqual([])
  expect((await myTalks(neighbour, {})).talks).toEqual([])
  const talked = { otherId: idOf(member), day: '2026-12-20', note: '' }
  await expectRefusal(record(at(neighbour, theDay), talked), 'heartTalks.other')
}

test('[S0-04] a year of a branch: its meetings, talks, self-rating under four headings, ballot, and what everybody is told', async () => {
  const { east, county, organizer, secretary } = world
  await holdTheYear(world, year)
  await seeTheYear()
  const key = await begin()
  await talk()
  await rateEachOther(key)
  const meeting = await meet(key)
  const ballotId = await ballot(key)
  await judgeAll(key)
  const there = at(secretary, theDay, '20:00')
  await endRoll(there, meeting)
  await written(there, meeting)
  await closeRecord(there, await closing(there, meeting))
  expect(await close(latest(), await turn(latest(), key))).toMatchObject({ told: 10 })
  await expectRefusal(close(latest(), await turn(latest(), key)), 'appraisal.closed')
  const held = (await boardOf(there)).rows.find(({ kind }) => kind === 'lifeMeeting')
  expect(held?.cells).toMatchObject([{ state: 'kept', held: 1 }])
  await tell(key)
  await lookForVoters(ballotId)
  await lookFromOutside(key)
  const asked = { organizationId: county.id, year, page: 1, size: 20 }
  const above = await listAppraisals(at(organizer, '2026-12-31'), asked)
  expect(above.counts).toMatchObject({ closed: 1, none: 1 })
  const done = { stage: 'closed', people: 10, selfRated: 10, graded: 9, excellent: 3 }
  expect(above.rows.find(({ organizationId }) => organizationId === east.id)).toMatchObject({
    ...done,
    overdue: 0,
  })
}, 120_000)
