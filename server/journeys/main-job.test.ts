import { and, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import mammoth from 'mammoth'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../testing/app.ts'
import { identifyBy } from '../identity.ts'
import { declaredJobs } from '../jobs.ts'
import { dayOf } from '../kernel/calendar.ts'
import { drainJobs } from '../kernel/job-worker.ts'
import { newId } from '../kernel/ids.ts'
import { plantAccount } from '../modules/accounts/index.ts'
import { activities, attendances } from '../modules/activities/table.ts'
import { hourEntries, hourTotals } from '../modules/ledgers/table.ts'
import { members } from '../modules/members/table.ts'
import { organizations } from '../modules/organizations/table.ts'
import { Visitor } from '../testing/browsing.ts'
import { plantCounty } from '../testing/county.ts'
import type { County } from '../testing/county.ts'
import { db } from '../testing/database.ts'
import { faults, rosterOf, rosterSize } from '../testing/roster.ts'
import { files, vault } from '../testing/world.ts'
import type { Organization } from '../testing/world.ts'

const password = 'Correct-Horse-9'
const good = rosterSize - faults.length

/** The platform with a clock that the test moves, and people who come to it with nothing but a password. */
async function openPlatform() {
  const clock = { now: new Date('2026-09-17T01:00:00Z') }
  const returning: (() => Promise<unknown>)[] = []
  const surroundings = { db, vault, files, now: () => clock.now }
  const app = await buildApp({ ...surroundings, identify: identifyBy(db, surroundings.now) })
  onTestFinished(() => app.close())

  return {
    clock,
    work: () => drainJobs(surroundings, declaredJobs),
    /** An account, and its owner signed in with it. */
    async comes(
      place: Organization,
      facts: { name: string; memberId?: string; office?: 'organizer' | 'secretary' },
    ) {
      const login = `u-${newId()}`
      const { id: organizationId, unitId } = place
      const { name, memberId = null, office } = facts
      const offices = office ? [{ office, organizationId }] : []
      const account = { unitId, organizationId, memberId, login, name, password, offices }
      await db.transaction((tx) => plantAccount(tx, { ...account, now: clock.now }))
      const visitor = new Visitor(app)
      const signIn = () => visitor.command('accounts.signIn', { login, password })
      expect(await signIn()).toEqual({ next: 'done' })
      returning.push(signIn)
      return visitor
    },
    /** Hours pass; whoever was signed in has to do so again. */
    async waitUntil(moment: string) {
      clock.now = new Date(moment)
      for (const signIn of returning) await signIn()
    },
  }
}
type Platform = Awaited<ReturnType<typeof openPlatform>>

/** Upload, look, commit: nothing is written before somebody has seen it. */
async function importRoster(platform: Platform, organizer: Visitor, { county, branches }: County) {
  const workbook = await rosterOf(branches, dayOf(platform.clock.now))
  const { unitId, fileId } = await organizer.upload('党员名册.xlsx', workbook)
  const begun = { organizationId: county.id, fileUnitId: unitId, fileId }
  const key = await organizer.command('imports.begin', begun)
  await platform.work()

  const seen = await organizer.query('imports.show', key)
  expect(seen.phase).toBe('checked')
  expect(seen.counts).toMatchObject({ total: rosterSize, wrong: faults.length, good })
  const wrong = await organizer.query('imports.rows', { ...key, show: 'wrong' })
  expect(wrong.rows.every(({ faults: why }) => why.length > 0)).toBe(true)
  expect(await membersOf(county)).toBe(0)

  await organizer.command('imports.commit', { ...key, duplicates: 'skip', likely: 'add' })
  await platform.work()
  expect(await organizer.query('imports.show', key)).toMatchObject({
    phase: 'done',
    counts: { added: good },
  })
  expect(await membersOf(county)).toBe(good)
}

function membersOf(county: Organization): Promise<number> {
  return db.$count(members, and(eq(members.unitId, county.unitId), isNull(members.leftOn)))
}

/** Planned, called, held with codes and roll call, minuted, closed. */
async function holdThemeDay(platform: Platform, { county, branch }: County) {
  const people = await db.select().from(members).where(eq(members.organizationId, branch.id))
  const able = people.filter(({ stage }) => stage === 'full')
  const [leader, scanner, late, ill] = able
  if (!leader || !scanner || !late || !ill) throw new Error('too few people')
  const secretary = await platform.comes(branch, {
    name: leader.name,
    memberId: leader.id,
    office: 'secretary',
  })
  const phone = await platform.comes(branch, { name: scanner.name, memberId: scanner.id })

  const place = { organizationId: branch.id, kind: 'themeDay', groupId: null } as const
  const { plan } = await secretary.query('activities.draft', place)
  const times = { startsAt: '2026-09-17T06:00:00.000Z', endsAt: '2026-09-17T08:00:00.000Z' }
  const activityId = newId()
  const key = await secretary.command('activities.plan', {
    ...plan,
    ...times,
    ...place,
    activityId,
    place: plan.place || '党员活动室',
  })
  const called = await secretary.command('activities.call', key)
  expect(called.people).toBe(people.length)
  expect((await phone.query('notices.list', {})).unread).toBe(1)

  await platform.waitUntil(times.startsAt)
  const { address } = await secretary.query('activities.wall', key)
  const code = address?.split('/').at(-1) ?? ''
  const { ticket } = await phone.command('activities.openCode', { code })
  for (const _ of [1, 2, 3, 4, 5]) await phone.command('activities.signIn', { ticket })

  const { memberId: _, ...mark } = { ...key, memberId: '' }
  await secretary.command('activities.mark', { ...mark, memberId: late.id, mark: 'absent' })
  const excused = { ...mark, memberId: ill.id, mark: 'excused', note: '身体不适' } as const
  await secretary.command('activities.mark', excused)
  await secretary.command('activities.markRest', { ...key, mark: 'present' })
  await secretary.command('activities.endRoll', key)

  await platform.waitUntil(times.endsAt)
  const open = await secretary.query('activities.show', key)
  const agenda = open.agenda.map((item) => ({ ...item, isDone: true }))
  const minutes = '集中学习，交流讨论，安排下月工作。'
  const written = { ...key, version: open.version, minutes, resolution: '', agenda }
  const { version } = await secretary.command('activities.write', written)
  const closed = await secretary.command('activities.close', { ...key, version })

  expect(closed.people).toBe(people.length - 2)
  const one = and(eq(attendances.activityId, key.activityId), eq(attendances.mark, 'present'))
  expect(await db.$count(attendances, one)).toBe(people.length - 2)
  const posted = await db.select().from(hourEntries).where(eq(hourEntries.sourceId, key.activityId))
  const own = posted.filter(({ ledger }) => ledger === 'member')
  expect(own.length).toBe(people.length - 2)
  expect(own.reduce((sum, entry) => sum + entry.minutes, 0)).toBe(closed.postedMinutes)
  expect(county.unitId).toBe(key.unitId)
  return { secretary, key, lacking: [late, ill] }
}

/** Who still lacks what: the board, the gaps and the ledger say the same. */
async function seeGaps(organizer: Visitor, secretary: Visitor, place: County) {
  const { county, branch } = place
  const board = await organizer.query('requirements.board', { organizationId: county.id })
  expect(board.people).toBe(good)
  expect(board.rows.length).toBe(good)
  expect(board.dueYearMinutes).toBe(32 * 60)
  const totals = await db
    .select({ minutes: sql<number>`coalesce(sum(${hourTotals.minutes}), 0)::int` })
    .from(hourTotals)
    .where(and(eq(hourTotals.unitId, county.unitId), eq(hourTotals.ledger, 'member')))
  expect(board.doneMinutes).toBe(totals[0]?.minutes)

  const gaps = await organizer.query('requirements.gaps', { organizationId: county.id })
  expect(gaps.gapMinutes).toBe(board.gapMinutes)
  const studied = await db
    .selectDistinct({ memberId: hourEntries.memberId })
    .from(hourEntries)
    .where(eq(hourEntries.unitId, county.unitId))
  expect(gaps.untrained).toBe(good - studied.length)

  const own = { organizationId: branch.id }
  const reminded = await secretary.command('requirements.remind', own)
  const again = await secretary.command('requirements.remind', own)
  expect(reminded.reminded).toBeGreaterThan(0)
  expect([again.reminded, again.already]).toEqual([0, reminded.reminded])
}

/** Every figure of the report is the length or the sum of rows that open, and equals what the database says. */
async function report(organizer: Visitor, { county }: County) {
  const key = await organizer.command('reports.draft', { organizationId: county.id, year: 2026 })
  const drafted = await organizer.query('reports.show', key)
  const figures = drafted.blocks.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece])),
  )
  expect(figures.length).toBeGreaterThan(8)
  for (const { metric, from, to, text } of figures) {
    const where = { organizationId: county.id, from, to }
    const opened = await organizer.query('metrics.rows', { ...where, metric })
    const { unit, value } = opened.metric
    const counted = unit === 'persons' ? value : opened.total
    expect([metric, text, counted]).toEqual([metric, opened.metric.text, opened.total])
  }
  const said = new Map(figures.map(({ metric, text }) => [metric, text]))
  const { version } = await organizer.command('reports.edit', {
    ...key,
    version: drafted.version,
    title: drafted.title,
    recipients: drafted.recipients,
    blocks: drafted.blocks.map(({ level, pieces }) => ({ level, pieces: pieces.map(filled) })),
  })
  const { figures: kept } = await organizer.command('reports.sign', { ...key, version })
  expect(kept).toBe(new Set(figures.map(({ metric, from, to }) => [metric, from, to].join())).size)

  const bytes = await organizer.download(`/api/reports/${key.unitId}/${key.reportId}/paper`)
  const { value: text } = await mammoth.extractRawText({ buffer: bytes })
  for (const block of drafted.blocks) {
    const words = block.pieces.map((piece) =>
      typeof piece === 'string' ? filled(piece) : piece.text,
    )
    expect(text).toContain(words.join('').trim())
  }
  return { key, said, text }
}

/** What only a person can know is written in; the figures stay bound. */
function filled<Piece>(piece: Piece): Piece | string {
  return typeof piece === 'string' ? piece.replace(/【待填[^】]*】/g, '由县委组织部补充') : piece
}

test('from roster to report: import, requirements, theme day, sign-in, hours, gaps, report [S1-45] [S4-01]', async () => {
  const platform = await openPlatform()
  const place = await plantCounty()
  const organizer = await platform.comes(place.county, { name: '组织部', office: 'organizer' })

  await importRoster(platform, organizer, place)
  const { secretary, key, lacking } = await holdThemeDay(platform, place)
  await seeGaps(organizer, secretary, place)
  const { key: reportKey, said, text } = await report(organizer, place)

  const { path } = place.county
  const branches = await db.$count(
    organizations,
    and(like(organizations.path, `${path}%`), inArray(organizations.kind, ['branch'])),
  )
  const days = await db.$count(
    activities,
    and(eq(activities.unitId, place.county.unitId), eq(activities.kind, 'themeDay')),
  )
  expect([...said.values()]).toEqual(expect.arrayContaining([String(good), String(branches)]))
  expect(text).toContain(String(days))

  // What changes afterwards is shown as changed; what was signed stays.
  const [absent] = lacking
  const made = { ...key, memberId: absent?.id ?? '', how: '个别补课，学习会议材料' }
  await secretary.command('activities.makeUp', made)
  const after = await organizer.query('reports.show', reportKey)
  const moved = after.blocks
    .flatMap(({ pieces }) => pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece])))
    .filter(({ signed, text: now }) => signed !== now)
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.every(({ metric, signed }) => said.get(metric) === signed)).toBe(true)
}, 60_000)
