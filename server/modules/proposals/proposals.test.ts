import { contract } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/job-worker.ts'
import { jobs } from '../../kernel/jobs.ts'
import { plantClass } from '../../testing/classes.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { lecturerDraft, roomDraft } from '../../testing/resources.ts'
import { noon, plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { enrol } from '../classes/acts/enrol.ts'
import { classEnrolments, classes } from '../classes/table.ts'
import { courses } from '../courses/table.ts'
import { cancel } from '../jobs/acts/cancel.ts'
import { postHours } from '../ledgers/index.ts'
import { excuses, posts } from '../members/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { listRounds, myRounds, showRound } from '../outreach/views/rounds.ts'
import { found } from '../resources/acts/found.ts'
import { accept } from './acts/accept.ts'
import { discard } from './acts/discard.ts'
import { propose } from './acts/propose.ts'
import { proposeJob } from './jobs.ts'
import { proposals } from './table.ts'
import { listProposals, proposedPeople, showProposal } from './views/proposals.ts'

let world: World
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
})

const everything = ['seat', 'newClass', 'course', 'visit'] as const
type Asked = Partial<Parameters<typeof propose>[1]>
type Key = { unitId: string; proposalId: string }

async function ask(changes: Asked = {}): Promise<Key> {
  const { proposalId } = await propose(world.organizer, {
    proposalId: newId(),
    organizationId: world.county.id,
    requirement: 'memberHours',
    until: '2026-12-31',
    budgetYuan: null,
    kinds: [...everything],
    seconds: 10,
    ...changes,
  })
  await drainJobs(world.organizer, [proposeJob])
  return { unitId, proposalId }
}

const show = (key: Key) => showProposal(world.organizer, key)
const people = async (key: Key) =>
  (await proposedPeople(world.organizer, { ...key, text: '', isOpen: false, page: 1, size: 200 }))
    .rows

/** Hours that leave so many minutes open of the year's 32. */
function studied(memberId: string, open: number) {
  const sourceId = newId()
  const facts = {
    source: 'writing',
    title: '集体学习',
    isCentralized: true,
    isOnline: false,
  } as const
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' } as const
  const by = {
    postedBy: newId(),
    at: noon,
    sourceId,
    key: sourceId,
    category: 'theory',
    level: 'branch',
    isLate: false,
  } as const
  const minutes = 1920 - open
  return inTransaction(db, (tx) =>
    postHours(tx, [{ unitId, memberId, day: '2026-03-02', ...facts, ...rule, ...by, minutes }]),
  )
}

async function plantCourse(creditMinutes: number) {
  const id = newId()
  await db.insert(courses).values({
    id,
    organizationId: world.county.id,
    title: '党章十讲',
    genre: 'lesson',
    category: 'theory',
    scope: 'all',
    level: 'county',
    creditMinutes,
    watchPercent: 90,
    state: 'published',
    createdBy: newId(),
    keeperId: newId(),
    createdAt: noon,
  })
  return id
}

/** Everybody who is planted has reached the need, but for those a test is about. */
async function satisfy(except: readonly string[]) {
  const all = (await people(await ask())).map(({ memberId }) => memberId)
  for (const memberId of all) if (!except.includes(memberId)) await studied(memberId, 0)
}

describe('a proposal of what there is', () => {
  test('[S3-69] gives the free course to whom it suffices, the seat to whom nothing else helps, each with its reason', async () => {
    const little = await plantMember(db, world.east)
    const much = await plantMember(db, world.east)
    await satisfy([little, much])
    await studied(little, 60)
    await studied(much, 1440)
    await plantCourse(60)
    const { classId } = await plantClass(db, world.county, {
      quotas: [[world.county, 1]],
      application: {
        budget: { lodging: 500_000, food: 0, venue: 0, other: 0, tour: 0, lecturers: [] },
      },
    })

    const key = await ask()
    const rows = await people(key)
    const rowOf = (memberId: string) => rows.find((row) => row.memberId === memberId)
    expect(rowOf(little)?.picks).toMatchObject([{ kind: 'course', minutes: 60, yuan: 0 }])
    expect(rowOf(little)).toMatchObject({ openMinutes: 0, reason: '不花钱就能补齐 1 学时' })
    expect(rowOf(much)?.picks.map(({ kind }) => kind)).toContain('seat')
    const { totals, offers } = await show(key)
    expect(totals).toMatchObject({
      people: 2,
      reached: 2,
      openMinutes: 0,
      yuan: 100,
      isProven: true,
    })
    expect(offers.map(({ kind }) => kind)).toEqual(['seat', 'course'])
    expect(offers[0]?.reason).toContain('每人 100 元')

    const offerIds = offers.map(({ offerId }) => offerId)
    const done = await accept(world.organizer, { ...key, offerIds })
    expect(done).toMatchObject({ refused: [] })
    expect(
      await db.select().from(classEnrolments).where(eq(classEnrolments.classId, classId)),
    ).toMatchObject([{ memberId: much, state: 'enrolled' }])
    expect((await tracesIn(db, world)).map(({ command }) => command)).toContain(
      'requirements.acceptProposal',
    )
    await expectRefusal(accept(world.organizer, { ...key, offerIds }), 'proposals.nothing')
    // Whoever has a seat has what it will bring: nobody is sent twice.
    expect((await people(await ask())).find(({ memberId }) => memberId === much)).toBeUndefined()
  })

  test('a seat that somebody else took meanwhile is refused by name, and the rest is done', async () => {
    const some = [await plantMember(db, world.east), await plantMember(db, world.east)]
    await satisfy(some)
    for (const memberId of some) await studied(memberId, 1440)
    const { classId } = await plantClass(db, world.county, { quotas: [[world.county, 2]] })
    const key = await ask({ kinds: ['seat'] })
    await plantClassTaker(classId)

    const offerIds = (await show(key)).offers.map(({ offerId }) => offerId)
    const { accepted, refused } = await accept(world.organizer, { ...key, offerIds })
    expect(accepted).toBe(1)
    expect(refused).toMatchObject([
      { title: '党支部书记培训班', reason: '党支部书记培训班的名额已经被占用' },
    ])
    const line = await db.select().from(classEnrolments).where(eq(classEnrolments.classId, classId))
    expect(line.every(({ state }) => state === 'enrolled')).toBe(true)
  })
})

describe('a proposal of what could be', () => {
  test('new classes come from lecturers and rooms that are free together, and become applications', async () => {
    const some: string[] = []
    for (let at = 0; at < 16; at += 1) some.push(await plantMember(db, world.east))
    await satisfy(some)
    for (const memberId of some) await studied(memberId, 480)
    const room = { ...roomDraft, name: '县委党校报告厅', seats: 60, isShared: false }
    for (const resource of [{ ...lecturerDraft, isShared: false }, room])
      await found(world.organizer, { organizationId: world.county.id, resource })

    const key = await ask({ kinds: ['newClass'] })
    const { offers, totals } = await show(key)
    expect(totals).toMatchObject({ people: 16, reached: 16 })
    expect(offers).toMatchObject([{ kind: 'newClass', people: 16, seats: 60 }])
    expect(offers[0]?.when).toContain('县委党校报告厅，林老师授课')
    await accept(world.organizer, { ...key, offerIds: offers.map(({ offerId }) => offerId) })
    expect(await db.select().from(classes).where(eq(classes.unitId, unitId))).toMatchObject([
      { state: 'draft', people: 16 },
    ])

    const poor = await ask({ kinds: ['newClass'], budgetYuan: 100 })
    expect((await show(poor)).totals).toMatchObject({ reached: 0, yuan: 0 })
    const [first] = await people(poor)
    expect(first?.reason).toContain('经费不够')
  })

  test('whoever is excused is only ever visited, and the branch has a round to make of it', async () => {
    const memberId = await plantMember(db, world.east)
    await satisfy([memberId])
    const excuse = { unitId, memberId, reason: 'ill', from: '2026-05-02' } as const
    await db.insert(excuses).values({ ...excuse, approvedBy: '李培', byId: newId(), at: noon })
    await plantCourse(600)
    const leader = await plantCaller(db, world.east)
    await satisfy([memberId])
    const seat = { unitId, memberId: leader.actor.personId, organizationId: world.east.id }
    const term = { post: 'secretary', from: '2026-01-01', byId: newId() } as const
    await db.insert(posts).values({ ...seat, ...term })
    const key = await ask()
    const row = (await people(key)).find((one) => one.memberId === memberId)
    expect(row?.picks.map(({ kind }) => kind)).toEqual(['visit'])
    const offerIds = (await show(key)).offers.map(({ offerId }) => offerId)
    await accept(world.organizer, { ...key, offerIds })
    const inbox = await listInbox(leader, { page: 1, size: 5, onlyUnread: false })
    expect(inbox.rows).toMatchObject([
      { title: expect.stringMatching(/^送学上门：补训方案/) as unknown },
    ])
    const here = { organizationId: world.east.id, page: 1, size: 20 }
    const [round] = (await listRounds(world.organizer, here)).rows
    expect(round).toMatchObject({ organizationName: '东支部', until: '2026-12-31' })
    const { roundId = '' } = round ?? {}
    const { stops } = await showRound(world.organizer, { unitId, roundId })
    expect(stops).toMatchObject([{ memberId }])
    const due = await myRounds(leader, {})
    expect(due.rows).toMatchObject([{ roundId }])
  })
})

describe('asking', () => {
  test('is long work that may be cancelled, twice is once, and what is put aside cannot be carried out', async () => {
    const proposalId = newId()
    const input = {
      proposalId,
      organizationId: world.county.id,
      requirement: 'memberHours',
      until: '2026-12-31',
      budgetYuan: null,
      kinds: [...everything],
      seconds: 10,
    } as const
    const first = await propose(world.organizer, { ...input, kinds: [...everything] })
    const again = await propose(world.organizer, { ...input, kinds: [...everything] })
    expect(again).toEqual(first)
    expect(await db.select().from(jobs).where(eq(jobs.id, first.jobId))).toHaveLength(1)
    const key = { unitId, proposalId }
    await expectRefusal(
      accept(world.organizer, { ...key, offerIds: [newId()] }),
      'proposals.running',
    )
    await cancel(world.organizer, { unitId, jobId: first.jobId })
    await drainJobs(world.organizer, [proposeJob])
    expect((await show(key)).job?.status).toBe('cancelled')

    const done = await ask()
    await Promise.all([discard(world.organizer, done), discard(world.organizer, done)])
    const traced = (await tracesIn(db, world)).map(({ command }) => command)
    expect(traced.filter((one) => one === 'requirements.discardProposal')).toHaveLength(1)
    await expectRefusal(
      accept(world.organizer, { ...done, offerIds: [newId()] }),
      'proposals.discarded',
    )
  })

  test('outside one’s reach there is no proposal, and who may not, may not', async () => {
    const key = await ask()
    await expectRefusal(showProposal(world.secretary, key), 'proposals.unknown')
    await expectRefusal(ask({ until: '2026-05-01' }), 'proposals.past')
    await expectRefusal(ask({ until: '2027-05-01' }), 'proposals.year')
    const { rows, mayPropose } = await listProposals(world.organizer, {
      organizationId: world.county.id,
      page: 1,
      size: 10,
    })
    expect(rows).toMatchObject([{ proposalId: key.proposalId, requirement: 'memberHours' }])
    expect(mayPropose).toBe(true)
  })
})

async function plantClassTaker(classId: string) {
  const memberId = await plantMember(db, world.west)
  await enrol(world.organizer, { unitId, classId, memberUnitId: unitId, memberId })
}

test('the gap of a whole county goes over the wire', async () => {
  const key = await ask()
  const totals = { ...none, people: 9_000, gapMinutes: 9_000 * 1920, openMinutes: 9_000 * 1920 }
  await db.update(proposals).set({ totals }).where(eq(proposals.id, key.proposalId))
  const { output } = contract.requirements.proposal
  expect(output.parse(await show(key)).totals?.gapMinutes).toBe(9_000 * 1920)
})

const none = { reached: 0, fen: 0, unprovenFen: 0, isProven: true, isCut: false }
