import { beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showActivity } from '../activities/views/show.ts'
import { planned } from '../../testing/theme-day.ts'
import { appoint } from '../committees/acts/appoint.ts'
import { excuse } from '../members/acts/excuse.ts'
import { members } from '../members/table.ts'
import { handleLead, lead, registerLead } from './acts/leads.ts'
import { endSanction, sanction, sanctions } from './acts/sanctions.ts'
import { visit } from './acts/visit.ts'
import { conductLeadEntries, conductLeads, conductSanctions } from './table.ts'
import { listCare, showVisits } from './views/care.ts'
import { listLeads } from './views/lists.ts'
import { mine } from './views/mine.ts'

let world: World
let unitId: string
let zhou: Person
let key: { unitId: string; memberId: string }
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
  zhou = await plantCaller(db, world.east, { name: '周不改' })
  key = { unitId, memberId: zhou.actor.personId }
})

const on = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T06:00:00Z`),
})
const page = () => ({ organizationId: world.east.id, page: 1, size: 50 })
const paper = () => ({ ...key, authority: '县纪委', document: '县纪〔2026〕5号', reason: secret })
const secret = '多次无故不参加组织生活，屡次提醒仍不改'

test('[S1-58] sanctions are registered for few, last as their kind says, and take the vote without the roll saying why', async () => {
  const { secretary, organizer, east } = world
  const form = {
    ...paper(),
    formId: newId(),
    kind: 'probation',
    from: '2026-05-01',
    months: 12,
  } as const
  await expect(sanction(secretary, form)).rejects.toMatchObject({ reason: 'reach.none' })
  await expectRefusal(sanction(organizer, { ...form, months: 6 }), 'conduct.sanctionMonths')
  await expectRefusal(sanction(organizer, { ...form, from: '2026-06-02' }), 'conduct.ahead')
  const made = await sanction(organizer, form)
  expect(made.until).toBe('2029-05-01')
  expect(await sanction(organizer, form)).toEqual(made)

  // Three belong to the branch; two of them vote.
  const meeting = await planned(secretary, east.id, { kind: 'memberMeeting' })
  const shown = await showActivity(secretary, meeting)
  expect(shown.electorate).toMatchObject({ entitled: 2 })
  expect(JSON.stringify(shown)).not.toContain('留党察看')

  const listed = await sanctions(organizer, page())
  expect(listed.rows).toMatchObject([
    { name: '周不改', reason: secret, isInForce: true, votelessUntil: '2027-05-01' },
  ])
  const looked = (await tracesIn(db, world)).filter(
    ({ command }) => command === 'conduct.sanctions',
  )
  expect(looked).toMatchObject([{ actorId: organizer.actor.accountId }])
  for (const nobody of [secretary, zhou])
    await expect(sanctions(nobody, page())).rejects.toMatchObject({ reason: 'reach.none' })
  const elsewhere = await plant(db)
  await expectRefusal(sanctions(elsewhere.organizer, page()), 'organizations.unknown')
  expect((await mine(zhou, {})).sanctions).toMatchObject([
    { kind: 'probation', until: '2029-05-01' },
  ])
  expect((await mine(world.member, {})).sanctions).toEqual([])

  const seat = { organizationId: east.id, memberId: key.memberId, from: '2026-06-01' }
  await expectRefusal(appoint(organizer, { ...seat, post: 'officer' }), 'committees.voteless')

  const lift = { unitId, sanctionId: made.sanctionId, version: 0, how: 'lifted' } as const
  const why = { reason: '考察合格', on: '2026-06-01' }
  await expectRefusal(endSanction(organizer, { ...lift, ...why }), 'conduct.sanctionRunning')
  await endSanction(on(organizer, '2027-05-02'), { ...lift, ...why, on: '2027-05-02' })
  const [row] = await db.select().from(members).where(eq(members.id, key.memberId))
  expect(row).toMatchObject({ votelessFrom: null, votelessUntil: null })
})

test('who was expelled is back when the appeal is granted, and no table or trace holds the reason to be read', async () => {
  const { organizer } = world
  const out = {
    ...paper(),
    formId: newId(),
    kind: 'expulsion',
    from: '2027-06-01',
    months: 0,
  } as const
  const later = on(organizer, '2027-06-02')
  const gone = await sanction(later, out)
  await expectRefusal(sanction(later, { ...out, formId: newId() }), 'conduct.left')
  const annul = { unitId, sanctionId: gone.sanctionId, version: 0, on: '2027-06-02' }
  await endSanction(later, { ...annul, how: 'annulled', reason: '申诉成立' })
  const kept = JSON.stringify([
    await db.select().from(conductSanctions).where(eq(conductSanctions.unitId, unitId)),
    await tracesIn(db, world),
  ])
  expect(kept).not.toContain(secret)
})

test('[S4-45] a lead is numbered, handled to a result by a day, read by few, and each look at it is on record', async () => {
  const { organizer, secretary } = world
  const form = {
    organizationId: world.east.id,
    formId: newId(),
    source: 'letter' as const,
    content: secret,
    receivedOn: '2026-05-20',
    dueOn: '2026-05-30',
    handlerName: '组织科',
  }
  await expectRefusal(registerLead(organizer, { ...form, dueOn: '2026-05-01' }), 'conduct.leadDue')
  const made = await registerLead(organizer, form)
  expect(await registerLead(organizer, form)).toEqual(made)
  const second = await registerLead(organizer, { ...form, formId: newId() })
  expect([made.number, second.number]).toEqual([1, 2])
  const listed = await listLeads(organizer, page())
  expect(listed.rows[0]).toMatchObject({ number: 1, state: 'received', isLate: true })
  expect(JSON.stringify(listed)).not.toContain(secret)
  await expect(listLeads(secretary, page())).rejects.toMatchObject({ reason: 'reach.none' })
  const elsewhere = await plant(db)
  const { leadId } = made
  await expectRefusal(lead(elsewhere.organizer, { unitId, leadId }), 'conduct.leadUnknown')

  await lead(organizer, { unitId, leadId })
  const handled = { unitId, leadId, version: 0, on: '2026-05-25', text: '已找有关人员核实' }
  await handleLead(organizer, { ...handled, result: null })
  await expectRefusal(handleLead(organizer, { ...handled, result: null }), 'input.stale')
  const done = { ...handled, version: 1, text: '已批评教育并纠正', on: '2026-05-29' }
  expect(await handleLead(organizer, { ...done, result: 'founded' })).toMatchObject({
    state: 'closed',
  })
  await expectRefusal(
    handleLead(organizer, { ...done, version: 2, result: null }),
    'conduct.leadClosed',
  )
  const seen = await lead(organizer, { unitId, leadId })
  expect(seen).toMatchObject({ state: 'closed', result: 'founded', content: secret, isLate: false })
  expect(seen.entries.map(({ text }) => text)).toEqual(['已找有关人员核实', '已批评教育并纠正'])
  expect(seen.looks).toHaveLength(1)
  const kept = JSON.stringify([
    await db.select().from(conductLeads).where(eq(conductLeads.unitId, unitId)),
    await db.select().from(conductLeadEntries).where(eq(conductLeadEntries.unitId, unitId)),
    await tracesIn(db, world),
  ])
  for (const words of [secret, '已批评教育并纠正']) expect(kept).not.toContain(words)
})

test('whoever is ill, in need or a member for fifty years is visited; who was not for half a year stands first', async () => {
  const { secretary, east } = world
  const old = await plantMember(db, east, { name: '郑老', joinedOn: '1970-07-01' })
  const ill = {
    reason: 'ill',
    note: '',
    from: '2026-05-01',
    until: null,
    approvedBy: '支委会',
  } as const
  await excuse(secretary, { ...key, ...ill })
  const all = await listCare(secretary, page())
  expect(all).toMatchObject({ due: 2, total: 2 })
  expect(new Set(all.rows.map(({ name, why }) => `${name}：${why}`))).toEqual(
    new Set(['周不改：年老体弱或者生病', '郑老：党龄五十年以上']),
  )
  const form = {
    unitId,
    memberId: old,
    formId: newId(),
    on: '2026-05-30',
    reason: 'veteran',
  } as const
  const told = { visitors: '支部书记', note: '身体还好，想听党课', help: '慰问品一份' }
  await visit(secretary, { ...form, ...told })
  await visit(secretary, { ...form, ...told })
  await expectRefusal(
    visit(secretary, { ...form, ...told, formId: newId(), on: '2026-06-02' }),
    'conduct.ahead',
  )
  expect((await listCare(secretary, page())).rows.map(({ isDue }) => isDue)).toEqual([true, false])
  const visits = await showVisits(secretary, { unitId, memberId: old })
  expect(visits.rows).toMatchObject([{ note: '身体还好，想听党课', help: '慰问品一份' }])
  const elsewhere = await plant(db)
  await expectRefusal(showVisits(elsewhere.secretary, { unitId, memberId: old }), 'members.unknown')
})
