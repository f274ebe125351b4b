import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import type { SurveyPlan } from '@zhixing/contract'
import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { traces } from '../../kernel/trace.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller, vault } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { answer, cast, ticket } from './acts/answer.ts'
import { assess } from './acts/assess.ts'
import { exportAnswers } from './acts/export.ts'
import { keep } from './acts/keep.ts'
import { addNeeds, decideNeed } from './acts/needs.ts'
import { end, open, remind } from './acts/open.ts'
import { openRound, shareFor } from './index.ts'
import { surveyBallots, surveyInvitations, surveys } from './table.ts'
import { listSurveys, showSurvey } from './views/heads.ts'
import { asked, ballot, mine } from './views/mine.ts'
import { listNeeds } from './views/needs.ts'
import { listPeople, showResults } from './views/results.ts'
import { sheetOf } from './views/sheet.ts'

const page = { page: 1, size: 50 }
let world: Awaited<ReturnType<typeof plant>>
let people: Person[]
beforeEach(async () => {
  world = await plant(db)
  people = []
  for (const bornOn of ['1998', '1999', '2000', '2001', '2002', '1940', '1941', '1942'])
    people.push(
      await plantCaller(db, world.east, { bornOn: `${bornOn}-01-01`, name: `王${bornOn}` }),
    )
})

const audience = () => ({ organizationIds: [world.east.id], posts: [] })
async function plan(changes: Partial<SurveyPlan> = {}) {
  const surveyId = newId()
  const form = {
    organizationId: world.county.id,
    surveyId,
    version: 0,
    kind: 'needs' as const,
    definition: surveyTemplates.needs,
    isAnonymous: false,
    breakdown: 'age' as const,
    audience: audience(),
    quotas: [],
    from: '2026-06-01',
    until: '2026-06-30',
    ...changes,
  }
  const { version, unitId } = await keep(world.organizer, form)
  const key = { unitId, surveyId }
  return { key, form, send: () => open(world.organizer, { ...key, version }) }
}
const nobody = () => ({ ...world.organizer, actor: undefined })
const wish = { topics: ['topics-5'], way: 'way-2', time: 'time-1' }

const suite = RSABSSA.SHA384.PSS.Randomized()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const bytes = (words: string) => new Uint8Array(Buffer.from(words, 'base64url'))

async function takeTicket(person: Person, key: { unitId: string; surveyId: string }) {
  const { group } = await asked(person, key)
  const { keys } = await ballot(nobody(), key)
  const { publicKey = '' } = keys.find((one) => one.group === group) ?? {}
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const read = await crypto.subtle.importKey('spki', bytes(publicKey), algorithm, true, ['verify'])
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(read, message)
  const blinded = text(blindedMsg)
  const { signature } = await ticket(person, { ...key, blinded })
  const whole = text(await suite.finalize(read, message, bytes(signature), inv))
  return {
    blinded,
    signed: signature,
    slip: { ...key, group, message: text(message), signature: whole },
  }
}

test('[S0-39] [S1-59] [S4-55] needs are asked of a drawn sample, reminded, tallied by cohort and exported', async () => {
  const { key, send } = await plan({
    quotas: [
      { group: 'youth', size: 3 },
      { group: 'old', size: 2 },
    ],
  })
  expect(await send()).toEqual({ asked: 5 })
  const invited = await Promise.all(people.map(async (one) => (await mine(one, {})).rows.length))
  expect(invited.slice(0, 5).reduce((a, b) => a + b, 0)).toBe(3)
  expect(invited.slice(5).reduce((a, b) => a + b, 0)).toBe(2)
  const chosen = people.filter((_, at) => invited[at] === 1)
  const [first, second] = chosen as [Person, Person]
  expect((await listInbox(first, { ...page, onlyUnread: false })).rows[0]).toMatchObject({
    title: '请您答卷：党员教育培训需求调研',
  })
  await answer(first, { ...key, answers: wish })
  await answer(first, { ...key, answers: wish })
  await expectRefusal(
    answer(first, { ...key, answers: { ...wish, way: 'way-1' } }),
    'surveys.answered',
  )
  await answer(second, { ...key, answers: { ...wish, topics: ['topics-7'], other: '编织' } })
  expect(await remind(world.organizer, key)).toEqual({ reminded: 3 })
  expect(await remind(world.organizer, key)).toEqual({ reminded: 0 })
  expect(await showSurvey(world.organizer, key)).toMatchObject({ asked: 5, answered: 2 })

  const shown = await showResults(world.organizer, { ...key, breakdown: 'age' })
  expect(shown).toMatchObject({ answered: 2, hidden: '' })
  expect(shown.tallies[0]).toMatchObject({ counts: { 'topics-5': 1, 'topics-7': 1 } })
  expect(shown.groups.find(({ key: one }) => one === 'youth')).toMatchObject({
    name: '35 岁及以下',
  })
  expect(shown.texts.find(({ questionId }) => questionId === 'other')?.texts).toEqual(['编织'])
  const { address } = await exportAnswers(world.organizer, { ...key, format: 'xlsx' })
  expect(address).toContain('/api/surveys/answers?ticket=')
  expect((await sheetOf(db, key))?.rows.flat()).toContain('实用技术')
  expect(
    await listSurveys(world.organizer, { ...page, organizationId: world.county.id }),
  ).toMatchObject({ total: 1, open: 1, asked: 5, answered: 2 })
})

test('[S0-23] [S3-59] [S4-56] what many chose becomes a need, is decided, and is traced back to its survey', async () => {
  const { key, send } = await plan()
  await send()
  for (const one of people) await answer(one, { ...key, answers: wish })
  const more = { ...key, questionId: 'topics', optionIds: ['topics-5', 'topics-6'] }
  await expectRefusal(addNeeds(world.organizer, more), 'surveys.stillOpen')
  await end(world.organizer, key)
  await expectRefusal(addNeeds(world.organizer, { ...more, optionIds: ['z'] }), 'surveys.noOption')
  expect(await addNeeds(world.organizer, more)).toEqual({ added: 2 })
  expect(await addNeeds(world.organizer, more)).toEqual({ added: 0 })
  const { rows } = await listNeeds(world.organizer, { ...page, organizationId: world.county.id })
  expect(rows[0]).toMatchObject({ title: '实用技术', support: 8, surveyId: key.surveyId })
  const [need, other] = rows as [(typeof rows)[0], (typeof rows)[0]]
  const decide = (one: typeof need, isApproved: boolean, note = '') =>
    decideNeed(world.organizer, { ...one, isApproved, note })
  await decide(need, true)
  await expectRefusal(decide(need, true), 'surveys.decided')
  await expectRefusal(decide(other, false), 'surveys.why')
  await decide(other, false, '县里另有安排')
  const listed = await listNeeds(world.organizer, { ...page, organizationId: world.county.id })
  expect(listed).toMatchObject({ approved: 1, proposed: 0 })
  await expectRefusal(
    decideNeed(world.secretary, { ...other, isApproved: true, note: '' }),
    'reach.none',
  )
})

test('anonymous: one answer each, and nothing that is kept links it to whom', async () => {
  const { key, send } = await plan({ isAnonymous: true })
  await send()
  const taken = new Map<string, string>()
  for (const [at, one] of people.entries()) {
    const { slip, blinded, signed } = await takeTicket(one, key)
    expect(await ticket(one, { ...key, blinded })).toEqual({ signature: signed })
    await expectRefusal(takeTicket(one, key), 'surveys.ticketTaken')
    await cast(nobody(), { ...slip, answers: { ...wish, advice: `建议 ${String(at)}` } })
    await cast(nobody(), { ...slip, answers: { ...wish, advice: `建议 ${String(at)}` } })
    await expectRefusal(cast(nobody(), { ...slip, answers: wish }), 'surveys.used')
    taken.set(one.actor.memberId ?? '', [blinded, signed].join(' '))
  }

  const rows = await db
    .select({ ballot: surveyBallots, writer: sql<string>`${surveyBallots}.xmin::text` })
    .from(surveyBallots)
    .where(eq(surveyBallots.surveyId, key.surveyId))
    .orderBy(sql`${surveyBallots}.ctid`)
  expect(rows).toHaveLength(people.length)
  // All were laid by one transaction, the last, in an order that is not that of their coming, under ids without a clock.
  expect(new Set(rows.map(({ writer }) => writer)).size).toBe(1)
  const tickets = rows.map((one) => one.ballot.ticket)
  expect(tickets).toEqual(tickets.toSorted())
  expect(rows.every(({ ballot: { id } }) => id.at(14) === '4')).toBe(true)
  expect(Object.keys(rows[0]?.ballot ?? {}).toSorted()).toEqual([
    'answers',
    'group',
    'id',
    'surveyId',
    'ticket',
    'unitId',
  ])
  // What the signer saw and what came back have nothing in common, and each group is of five at least or of all.
  const kept = JSON.stringify(rows)
  const invitations = await db
    .select()
    .from(surveyInvitations)
    .where(eq(surveyInvitations.surveyId, key.surveyId))
  for (const { memberId, ticket: digest } of invitations) {
    expect(kept).not.toContain(memberId)
    expect(kept).not.toContain(digest)
    for (const seen of taken.get(memberId)?.split(' ') ?? []) expect(kept).not.toContain(seen)
  }
  const sizes = [...Map.groupBy(invitations, ({ group }) => group).values()].map(
    (one) => one.length,
  )
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5)
  const traced = await db
    .select()
    .from(traces)
    .where(and(eq(traces.unitId, key.unitId), sql`${traces.command} like 'surveys.%'`))
  expect(traced.map(({ command }) => command).toSorted()).toEqual(['surveys.keep', 'surveys.open'])

  await expectRefusal(listPeople(world.organizer, { ...key, ...page }), 'surveys.noPeople')
  expect(await showResults(world.organizer, key)).toMatchObject({ tallies: [], answered: 0 })
  await end(world.organizer, key)
  const shown = await showResults(world.organizer, key)
  expect(shown).toMatchObject({ answered: 8, hidden: '' })
  expect(shown.texts.find(({ questionId }) => questionId === 'advice')?.texts).toHaveLength(8)
  const [survey] = await db.select().from(surveys).where(eq(surveys.id, key.surveyId))
  expect(survey?.ticketKeys).toBeNull()
})

test('forged, foreign, late and early tickets are refused, and nothing is kept of them', async () => {
  const { key, send } = await plan({ isAnonymous: true })
  await expectRefusal(ballot(nobody(), key), 'surveys.unknown')
  await send()
  const { slip } = await takeTicket(people[0] as Person, key)
  const send2 = (changes: object) => cast(nobody(), { ...slip, answers: wish, ...changes })
  await expectRefusal(send2({ signature: text(new Uint8Array(256)) }), 'surveys.forged')
  await expectRefusal(send2({ message: text(new Uint8Array(64)) }), 'surveys.forged')
  await expectRefusal(send2({ group: 'nowhere' }), 'surveys.forged')
  await expectRefusal(send2({ surveyId: newId() }), 'surveys.unknown')
  await expectRefusal(send2({ answers: { ...wish, other: '藏起来的' } }), 'input.invalid')
  await expectRefusal(send2({ answers: { ...wish, advice: '长'.repeat(10_000) } }), 'input.invalid')
  await expectRefusal(send2({ answers: { ...wish, way: 'way-9' } }), 'input.invalid')
  const broken = ticket(people[1] as Person, {
    ...key,
    blinded: text(new Uint8Array(300).fill(255)),
  })
  await expectRefusal(broken, 'surveys.ticketBroken')
  await expectRefusal(
    ticket(world.member, { ...key, blinded: slip.message }),
    'surveys.ticketBroken',
  )
  await expectRefusal(answer(people[1] as Person, { ...key, answers: wish }), 'surveys.anonymous')

  const second = await plan({ isAnonymous: true })
  await second.send()
  await expectRefusal(send2({ ...second.key }), 'surveys.forged')
  await end(world.organizer, key)
  await expectRefusal(send2({}), 'surveys.ended')
  await expectRefusal(
    ticket(people[2] as Person, { ...key, blinded: slip.message }),
    'surveys.ended',
  )
  expect(await db.$count(surveyBallots, eq(surveyBallots.surveyId, key.surveyId))).toBe(0)
  const few = await plan({ isAnonymous: true, audience: { ...audience(), ageFrom: 60 } })
  await expectRefusal(few.send(), 'surveys.tooFew')
})

test('[S1-75] satisfaction by age band: a low band is marked, at the threshold that the rules set', async () => {
  const { key, send } = await plan({
    kind: 'satisfaction',
    definition: surveyTemplates.satisfaction,
  })
  await send()
  for (const [at, one] of people.entries()) {
    const mark = at < 5 ? 9 : 3
    const answers = { content: mark, form: mark, frequency: mark, help: mark }
    await answer(one, { ...key, answers })
  }
  const shown = await showResults(world.organizer, { ...key, breakdown: 'age' })
  expect(shown).toMatchObject({ lowShare: 60, share: 67.5 })
  expect(
    shown.groups.map((one) => `${one.name} ${String(one.share)} ${String(one.isLow)}`).toSorted(),
  ).toEqual(
    ['35 岁及以下 90 false', '36 至 59 岁 null false', '60 岁及以上 30 true']
      .filter((one) => !one.startsWith('36') || shown.groups.length > 2)
      .toSorted(),
  )
})

test('[S4-60] [S0-04] what learning led to, and the four headings: said by the member, assessed by the branch', async () => {
  const result = await plan({ kind: 'workResult', definition: surveyTemplates.workResult })
  await result.send()
  const [first, second] = people as [Person, Person]
  const done = { used: 'used-1', what: '带村民改种冬桃', people: 30, worth: 9 }
  await answer(first, { ...result.key, answers: done })
  const told = await listPeople(world.organizer, { ...result.key, ...page })
  expect(told.rows.find(({ answers }) => answers !== null)).toMatchObject({ answers: done })

  const check = await plan({ kind: 'selfCheck', definition: surveyTemplates.selfCheck })
  await check.send()
  const words = { politics: 'politics-1', virtue: 'virtue-1', service: 'service-1' }
  const open2 = { ...words, discipline: 'discipline-2' }
  await expectRefusal(answer(first, { ...check.key, answers: open2 }), 'input.invalid')
  await answer(first, { ...check.key, answers: { ...open2, 'discipline-gap': '缺过两次会' } })
  const memberUnitId = first.actor.unitId
  const judge = (memberId = '') =>
    assess(world.organizer, {
      ...check.key,
      memberUnitId,
      memberId,
      grade: 'improve',
      comment: '会议要到齐',
    })
  await judge(first.actor.memberId)
  await expectRefusal(judge(second.actor.memberId), 'surveys.notAnswered')
  expect(await asked(first, check.key)).toMatchObject({
    isAnswered: true,
    assessment: { grade: 'improve', comment: '会议要到齐' },
  })
})

test('a neighbour opens a round about something it knows, once, and reads what it came to', async () => {
  const about = {
    unitId: world.county.unitId,
    subject: `class:${newId()}`,
    kind: 'lesson' as const,
  }
  const round = {
    ...about,
    organizationId: world.county.id,
    path: world.county.path,
    definition: surveyTemplates.lesson,
    isAnonymous: false,
    memberIds: people.map(({ actor }) => actor.memberId ?? ''),
    from: '2026-06-01',
    until: '2026-06-30',
    byId: world.organizer.actor.accountId,
    byName: '县委组织部',
    now: noon,
  }
  const key = await openRound({ tx: db, vault }, round)
  expect(await openRound({ tx: db, vault }, round)).toEqual(key)
  const marks = { relevance: 20, theory: 15, information: 15, expression: 20, manner: 20 }
  await answer(people[0] as Person, { ...key, answers: marks })
  expect(await shareFor(db, about)).toEqual({ answered: 1, share: 90 })
})

test('drafts change, what was sent does not, and outside the reach nothing is known', async () => {
  const { key, form, send } = await plan()
  const again = await keep(world.organizer, { ...form, version: 1, isAnonymous: true })
  await expectRefusal(keep(world.organizer, { ...form, version: 1 }), 'input.stale')
  await expectRefusal(send(), 'input.stale')
  await expectRefusal(keep(world.organizer, { ...form, until: '2026-05-01' }), 'surveys.days')
  const wrong = [{ group: 'nobody', size: 1 }]
  await expectRefusal(keep(world.organizer, { ...form, quotas: wrong }), 'surveys.quotaGroup')
  await open(world.organizer, { ...key, version: again.version })
  await expectRefusal(keep(world.organizer, form), 'surveys.sent')
  const elsewhere = await plant(db)
  await expectRefusal(showSurvey(elsewhere.organizer, key), 'surveys.unknown')
  await expectRefusal(end(elsewhere.organizer, key), 'surveys.unknown')
  await expectRefusal(asked(elsewhere.member, key), 'surveys.notAsked')
})
