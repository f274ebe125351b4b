import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { applicationOf, at, lessonOf, plantClass } from '../../testing/classes.ts'
import { idNumberOf } from '../../testing/citizens.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller, plantMember, plantOrganization, vault } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { hourEntries } from '../ledgers/table.ts'
import { addList } from './acts/add-list.ts'
import { apply } from './acts/apply.ts'
import { announce } from './acts/announce.ts'
import { allot } from './acts/allot.ts'
import { complete } from './acts/complete.ts'
import { credit } from './acts/credit.ts'
import { grade } from './acts/grade.ts'
import { keepPartnerFacts } from './acts/keep-partner.ts'
import { keepSession } from './acts/keep-session.ts'
import { signUp } from './acts/sign-up.ts'
import { submit } from './acts/submit.ts'
import { listEnrolments } from './views/enrolments.ts'
import { listPartners } from './views/partners.ts'
import { showClass } from './views/show.ts'

let world: World
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
})

const page = { page: 1, size: 200, text: '' }
const later = () => at(world.organizer, '2026-06-13T02:00:00Z')
const evening = (day: string) => ({
  startsAt: `2026-06-${day}T06:00:00.000Z`,
  endsAt: `2026-06-${day}T09:00:00.000Z`,
})

const partnerId = newId()
const partner = { name: '县人社局', field: 'labour' as const, contactName: '', contactPhone: '' }

test('[S1-31][S1-32][S1-48][S2-18][S2-19] a partner’s class takes in a list of people, members and others, with what came of it', async () => {
  const facts = { ...partner, organizationId: unitId, partnerId, version: null }
  await keepPartnerFacts(world.organizer, facts)
  const again = { ...facts, partnerId: newId() }
  await expectRefusal(keepPartnerFacts(world.organizer, again), 'partners.known')
  const number = idNumberOf('1980-05-01', 31)
  const sealed = { idNumberSealed: vault.seal(number), idNumberIndex: vault.index(number) }
  const memberId = await plantMember(db, world.east, { name: '孙果农', ...sealed })
  const key = await plantClass(db, world.county, {
    partnerId,
    application: {
      kind: 'skill',
      title: '果木栽培技能班',
      origin: 'partner',
      partnerId,
      people: 3,
      routes: ['school', 'doorstep'],
      tracks: ['skill'],
    },
  })
  const text = `姓名\t身份证号\t单位\n孙果农\t${number}\t东村\n李群众\t\t西村\n王坏号\t990000199001010001\t西村`
  const brought = await addList(world.organizer, { ...key, fileId: null, text })
  expect(brought).toMatchObject({
    members: 1,
    outsiders: 1,
    known: 0,
    faults: [{ line: 4, fault: '身份证号不对，请核对每一位' }],
  })
  const many = '甲\n乙\n丙'
  const over = addList(world.organizer, { ...key, fileId: null, text: many })
  await expectRefusal(over, 'enrolments.listOver')

  const farm = { ...evening('11'), route: 'doorstep' as const, kind: 'practice' as const }
  await keepSession(
    world.organizer,
    lessonOf(key, { ...farm, title: '果园现场指导', track: 'skill' }),
  )
  const { rows } = await listEnrolments(world.organizer, { ...key, ...page })
  const citizen = rows.find(({ name }) => name === '李群众')
  if (!citizen) throw new Error('the citizen is missing')
  const { enrolmentId, version } = citizen
  const outcome = '果树工四级证书，受聘西村合作社'
  const form = { ...key, enrolmentId, version, score: null, missedMinutes: null, outcome }
  await grade(world.organizer, form)

  const days = [{ day: '2026-06-10', minutes: 180 }]
  expect(await credit(later(), { ...key, days })).toEqual({ people: 1, postedMinutes: 240 })
  expect(await credit(later(), { ...key, days })).toEqual({ people: 1, postedMinutes: 0 })
  await complete(later(), key)
  expect(await showClass(world.organizer, key)).toMatchObject({
    partnerName: '县人社局',
    beneficiaries: 2,
    outsiders: 1,
    graduates: 2,
  })
  expect(
    (await listPartners(world.organizer, { organizationId: unitId, page: 1, size: 50 })).rows,
  ).toMatchObject([{ name: '县人社局', classes: 1, beneficiaries: 2 }])
  const credited = await db.select().from(hourEntries).where(eq(hourEntries.memberId, memberId))
  expect(credited).toMatchObject([{ source: 'class', minutes: 240, isCentralized: true }])
})

test('[S2-52] a class of the province is written down with its seats, without approval here, and credited by days', async () => {
  const said = { level: 'province' as const, origin: 'higher' as const, title: '省委党校示范班' }
  const form = { ...applicationOf({ ...said, people: 2 }), classId: newId() }
  const key = await apply(world.organizer, { ...form, organizationId: unitId })
  expect(await submit(world.organizer, { ...key, version: 0 })).toEqual({ state: 'approved' })
  await allot(world.organizer, { ...key, quotas: [{ organizationId: world.east.id, seats: 2 }] })
  await announce(world.organizer, key)
  await signUp(world.member, key)
  const wrong = async (day: string) => credit(later(), { ...key, days: [{ day, minutes: 360 }] })
  await expectRefusal(wrong('2026-06-09'), 'classes.creditDay')
  expect(await wrong('2026-06-11')).toEqual({ people: 1, postedMinutes: 480 })
  const own = await plantClass(db, world.county, { quotas: [[world.east, 1]] })
  const twice = credit(later(), { ...own, days: [{ day: '2026-06-11', minutes: 60 }] })
  await expectRefusal(twice, 'classes.creditOwn')
  const observer = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(showClass(observer, key), 'classes.unknown')
})

test('a partner that another organization registered is not known here, and stays as it was', async () => {
  const [here, there] = [
    await plantOrganization(db, world.county, '青山镇党委', { kind: 'committee' }),
    await plantOrganization(db, world.county, '红溪镇党委', { kind: 'committee' }),
  ]
  const [ours, theirs] = [
    await plantCaller(db, here, { office: 'organizer' }),
    await plantCaller(db, there, { office: 'organizer' }),
  ]
  const facts = { ...partner, partnerId: newId(), version: null }
  await keepPartnerFacts(theirs, { ...facts, organizationId: there.id })
  const stolen = { ...facts, organizationId: here.id, name: '改了名', version: 0 }
  await expectRefusal(keepPartnerFacts(ours, stolen), 'classes.partnerUnknown')
  const { rows } = await listPartners(theirs, { organizationId: there.id, page: 1, size: 50 })
  expect(rows).toMatchObject([{ name: '县人社局', version: 0 }])
})

test('a partner has one name, and a list no more people than were planned', async () => {
  const facts = { ...partner, organizationId: unitId, partnerId: newId(), version: null }
  await keepPartnerFacts(world.organizer, facts)
  const again = { ...facts, partnerId: newId() }
  await expectRefusal(keepPartnerFacts(world.organizer, again), 'partners.known')
  const application = { origin: 'partner' as const, people: 2 }
  const key = await plantClass(db, world.county, { application })
  const list = async (text: string) => addList(world.organizer, { ...key, fileId: null, text })
  await expectRefusal(list('甲\n乙\n丙'), 'enrolments.listOver')
  await expectRefusal(list('姓名\n'), 'enrolments.listEmpty')
  expect(await list('甲\n乙')).toMatchObject({ outsiders: 2 })
  expect(await list('甲\n乙')).toMatchObject({ outsiders: 0, known: 2 })
})
