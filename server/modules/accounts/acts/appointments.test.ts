import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { minutesLater, password, plantLogin, visitorOf } from '../../../testing/visitor.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { findActors } from '../index.ts'
import { appointments, sessions } from '../table.ts'
import { showAccount } from '../views/show.ts'
import { appoint } from './appoint.ts'
import { disable } from './disable.ts'
import { revoke } from './revoke.ts'
import { signIn } from './sign-in.ts'

const today = '2026-06-01'

async function officesOf({ actor }: Person, now = noon) {
  const [found] = await findActors(db, [actor.accountId], now)
  return (found?.appointments ?? []).map(({ office }) => office)
}

async function plantCounty() {
  const world = await plant(db)
  const { county } = world
  const security = await plantCaller(db, county, { office: 'securityAdministrator' })
  return { ...world, security }
}

function ask(person: Person, { id }: World['county'], office: string, more: object = {}) {
  const input = { accountId: person.actor.accountId, organizationId: id, office, from: today }
  return { ...input, ...more } as Parameters<typeof appoint>[1]
}

test('an office is given for a time, works at once, and ends by itself', async () => {
  const { organizer, member, east } = await plantCounty()
  const { appointmentId } = await appoint(
    organizer,
    ask(member, east, 'secretary', { until: '2026-06-30' }),
  )
  expect(await officesOf(member)).toEqual(['member', 'secretary'])
  expect(await officesOf(member, new Date('2026-06-30T15:59:00Z'))).toContain('secretary')
  expect(await officesOf(member, new Date('2026-06-30T16:00:00Z'))).not.toContain('secretary')

  const { appointments: held } = await showAccount(organizer, {
    accountId: member.actor.accountId,
  })
  expect(held).toMatchObject([
    { id: appointmentId, from: today, until: '2026-06-30', isInForce: true },
  ])
})

test('an office that begins later does not work before', async () => {
  const { organizer, member, east } = await plantCounty()
  await appoint(organizer, ask(member, east, 'secretary', { from: '2026-07-01' }))
  expect(await officesOf(member)).toEqual(['member'])
  expect(await officesOf(member, new Date('2026-06-30T16:00:00Z'))).toContain('secretary')
})

test('an office ends at the moment it is revoked, with who, when and why', async () => {
  const world = await plantCounty()
  const { organizer, secretary } = world
  const own = eq(appointments.accountId, secretary.actor.accountId)
  const [held] = await db.select().from(appointments).where(own)
  await revoke(organizer, { appointmentId: held?.id ?? '', reason: '换届' })

  expect(await officesOf(secretary)).toEqual(['member'])
  const [trace] = await tracesIn(db, world)
  expect(trace).toMatchObject({ command: 'accounts.revoke', after: { reason: '换届' } })
  const again = revoke(organizer, { appointmentId: held?.id ?? '', reason: '换届' })
  await expectRefusal(again, 'accounts.revoked')
})

test('an office makes the phone of its holder forget them sooner', async () => {
  const world = await plantCounty()
  const { login, accountId } = await plantLogin(world.east)
  const phone = visitorOf(world)
  await signIn(phone.at(noon), { login, password })
  const input = {
    accountId,
    organizationId: world.east.id,
    office: 'secretary',
    from: today,
  } as const
  await appoint(world.organizer, input)

  expect(await phone.actor(minutesLater(20))).toBeDefined()
  const [row] = await db.select().from(sessions).where(eq(sessions.accountId, accountId))
  expect(row).toMatchObject({ idleSeconds: 1_800, expiresAt: minutesLater(720) })
})

test('nobody appoints themselves', async () => {
  const { organizer, security, county } = await plantCounty()
  await expectRefusal(appoint(organizer, ask(organizer, county, 'clerk')), 'accounts.ownOffice')
  await expectRefusal(appoint(security, ask(security, county, 'auditor')), 'accounts.ownOffice')
})

test('nobody appoints beyond their place: a clerk of one committee cannot reach into the next', async () => {
  const { county } = await plantCounty()
  const [mine, theirs] = [
    await plantOrganization(db, county, '甲党委', { kind: 'committee' }),
    await plantOrganization(db, county, '乙党委', { kind: 'committee' }),
  ]
  const [own, foreign] = [
    await plantOrganization(db, mine, '甲支部'),
    await plantOrganization(db, theirs, '乙支部'),
  ]
  const clerk = await plantCaller(db, mine, { office: 'clerk' })
  const [near, far] = [await plantCaller(db, own), await plantCaller(db, foreign)]

  await appoint(clerk, ask(near, own, 'secretary'))
  await expectRefusal(appoint(clerk, ask(near, foreign, 'secretary')), 'organizations.unknown')
  await expectRefusal(appoint(clerk, ask(far, own, 'secretary')), 'accounts.unknown')
})

test('nobody appoints to more than their own office may give', async () => {
  const { county, organizer, member, secretary, east } = await plantCounty()
  const committee = await plantOrganization(db, county, '甲党委', { kind: 'committee' })
  const clerk = await plantCaller(db, committee, { office: 'clerk' })
  const below = await plantCaller(db, await plantOrganization(db, committee, '甲支部'))

  await expectRefusal(appoint(clerk, ask(below, committee, 'clerk')), 'accounts.officeBeyond')
  for (const office of ['organizer', 'systemAdministrator', 'securityAdministrator', 'auditor'])
    await expectRefusal(appoint(organizer, ask(member, county, office)), 'accounts.officeBeyond')
  await expectRefusal(appoint(secretary, ask(member, east, 'officer')), 'reach.none')
  await appoint(organizer, ask(below, committee, 'clerk'))
})

test('nobody appoints where the office does not belong, or outside of its days', async () => {
  const { organizer, member, county, east } = await plantCounty()
  const refused = (office: string, where: typeof county, more = {}) =>
    appoint(organizer, ask(member, where, office, more))
  await expectRefusal(refused('secretary', county), 'accounts.officePlace')
  await expectRefusal(refused('clerk', east), 'accounts.officePlace')
  await expectRefusal(refused('secretary', east, { from: '2026-05-31' }), 'accounts.fromPast')
  const backwards = { from: '2026-06-10', until: '2026-06-09' }
  await expectRefusal(refused('secretary', east, backwards), 'accounts.until')
})

test('nobody appoints the same office twice, but again when it is over', async () => {
  const { organizer, member, east } = await plantCounty()
  await appoint(organizer, ask(member, east, 'secretary', { until: '2026-06-10' }))
  await expectRefusal(appoint(organizer, ask(member, east, 'secretary')), 'accounts.appointed')
  await appoint(organizer, ask(member, east, 'secretary', { from: '2026-06-11' }))
})

test('the three administrators exclude one another, in the act and in the database', async () => {
  const { security, member, county } = await plantCounty()
  await appoint(security, ask(member, county, 'systemAdministrator'))
  await expectRefusal(appoint(security, ask(member, county, 'auditor')), 'accounts.exclusive')
  const { accountId } = member.actor
  const row = { accountId, organizationId: county.id, from: noon, byId: accountId }
  const insert = db.insert(appointments).values({ ...row, office: 'securityAdministrator' })
  await expect(insert).rejects.toMatchObject({ cause: { code: '23P01' } })
})

test('the three administrators exclude one another also when two appoint at the same moment', async () => {
  const { security, member, county } = await plantCounty()
  const second = await plantCaller(db, county, { office: 'securityAdministrator' })
  const outcomes = await Promise.allSettled([
    appoint(security, ask(member, county, 'systemAdministrator')),
    appoint(second, ask(member, county, 'auditor')),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const rejected = outcomes.find((one) => one.status === 'rejected')
  expect(rejected?.reason).toMatchObject({ reason: 'accounts.exclusive' })
})

async function idOf({ actor }: Person) {
  const own = and(eq(appointments.accountId, actor.accountId), isNull(appointments.revokedAt))
  const [held] = await db.select().from(appointments).where(own)
  return held?.id ?? ''
}

test('the three administrators the last of security cannot be taken away, not even by two at once', async () => {
  const { security, county } = await plantCounty()
  const second = await plantCaller(db, county, { office: 'securityAdministrator' })
  const [one, other] = [await idOf(security), await idOf(second)]
  const outcomes = await Promise.allSettled([
    revoke(security, { appointmentId: other, reason: '轮换' }),
    revoke(second, { appointmentId: one, reason: '轮换' }),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const rejected = outcomes.find((found) => found.status === 'rejected')
  expect(rejected?.reason).toMatchObject({ reason: 'accounts.lastSecurity' })
})

test('the three administrators those who watch are not switched off by those who run the system', async () => {
  const { security, county } = await plantCounty()
  const system = await plantCaller(db, county, { office: 'systemAdministrator' })
  const auditor = await plantCaller(db, county, { office: 'auditor' })
  for (const { actor } of [security, auditor])
    await expectRefusal(
      disable(system, { accountIds: [actor.accountId], reason: '离岗' }),
      'accounts.guardOffice',
    )
})
