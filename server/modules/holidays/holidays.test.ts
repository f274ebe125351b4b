import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addWorkdays, isAnnounced, isWorkday } from '../../kernel/calendar.ts'
import { jobs } from '../../kernel/jobs.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import { recount } from '../procedures/acts/recount.ts'
import { procedureCases } from '../procedures/table.ts'
import { keep } from './acts/keep.ts'
import { announced } from './catalogue/announced.ts'
import { holidaysKnown } from './index.ts'
import { calendarOf, lackingIn, refuseYear } from './rules/announced.ts'
import { readNotice } from './rules/notice.ts'
import { listHolidays, readHolidays } from './views/list.ts'

const calendar = calendarOf(announced)

test.each([
  ['a plain week', '2026-06-01', 5, '2026-06-08'],
  ['over the dragon boat holiday', '2026-06-17', 5, '2026-06-25'],
  ['a Saturday worked in lieu counts', '2026-05-08', 1, '2026-05-09'],
  ['over the national holiday', '2026-09-30', 5, '2026-10-13'],
])('days of work pass over weekends and holidays: %s', (_, from, count, until) => {
  expect(addWorkdays(calendar, from, count)).toBe(until)
})

test('a year that is not announced knows its weekends only, and says that it is provisional', () => {
  expect([isAnnounced(calendar, '2026-12-31'), isAnnounced(calendar, '2031-01-01')]).toEqual([
    true,
    false,
  ])
  // A Wednesday on which everybody is off, and nobody has said so yet.
  expect(isWorkday(calendar, '2031-10-01')).toBe(true)
})

const text = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府：
经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区要妥善安排好值班。12月26日另行通知。`

test('the text of an announcement is read as it is published, and what is not understood is given back', () => {
  const read = readNotice(text, 2026)
  const declared = announced.find(({ year }) => year === 2026)
  expect(read.off).toEqual(declared?.off)
  expect(read.worked).toEqual(declared?.worked)
  expect(read.unread).toEqual(['12月26日另行通知'])
  expect(readNotice('一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023).off).toEqual([
    { name: '元旦', from: '2022-12-31', until: '2023-01-02' },
  ])
})

describe('a year is refused', () => {
  const may = { name: '劳动节', from: '2087-05-01', until: '2087-05-05' }
  test.each([
    ['that is empty', { off: [] }, 'holidays.empty'],
    ['that ends before it begins', { off: [{ ...may, until: '2087-04-30' }] }, 'holidays.order'],
    ['whose days are another’s', { off: [{ ...may, from: '2086-05-01' }] }, 'holidays.outside'],
    ['that is off twice', { off: [may, { ...may, name: '另' }] }, 'holidays.overlap'],
    ['that works a Wednesday', { off: [may], worked: ['2087-05-07'] }, 'holidays.weekday'],
    ['that works while off', { off: [may], worked: ['2087-05-03'] }, 'holidays.both'],
  ])('%s', (_, changes, reason) => {
    expect(refuseYear({ year: 2087, worked: [], ...changes })?.reason).toBe(reason)
  })

  test('and not where it begins in December, like some New Years do', () => {
    const off = [{ name: '元旦', from: '2086-12-31', until: '2087-01-02' }]
    expect(refuseYear({ year: 2087, off, worked: [] })).toBeUndefined()
    expect(lackingIn(off)).toEqual(['春节', '清明', '劳动', '端午', '中秋', '国庆'])
  })
})

const report = async () => undefined

/** A case of which a step has to wait five days of work. */
async function plantCase(world: Awaited<ReturnType<typeof plant>>) {
  const { id: organizationId, unitId, path } = world.east
  const id = newId()
  const wait = { count: 5, unit: 'workdays', after: 'start' } as const
  const step = {
    key: 'target',
    name: '公示',
    decidedBy: 'starter',
    isAbove: false,
    clause: '',
    papers: [],
    needs: [],
    earliest: [wait],
    latest: null,
    limit: null,
    outcomes: [{ key: 'agree', name: '同意', to: 'done', needsReason: false }],
  } as const
  const about = { kind: 'test', name: '试', subject: `test:${id}`, title: '试', page: '/' }
  const begun = { startedBy: newId(), startedByName: '张三', startedAt: noon, since: noon }
  await db.insert(procedureCases).values({
    ...about,
    ...begun,
    unitId,
    id,
    organizationId,
    path,
    steps: [step],
    startedOn: '2089-09-29',
    state: 'open',
    step: 'target',
    decidedBy: 'starter',
    isAbove: false,
    earliestOn: '2089-10-06',
  })
  return id
}

test('whoever stands at the top writes a year down; open deadlines follow, and the later edition counts', async () => {
  const world = await plant(db)
  const year = 2089
  const national = { name: '国庆节', from: '2089-10-01', until: '2089-10-07' }
  const days = {
    year,
    notice: '国务院办公厅关于2089年部分节假日安排的通知',
    off: [national],
    worked: [],
  }
  const clerk = await plantCaller(db, world.east, { office: 'organizer' })
  await expectRefusal(keep(clerk, { ...days, version: 0 }), 'holidays.rootOnly')

  const caseId = await plantCase(world)
  expect(isAnnounced(await holidaysKnown(db), '2089-03-01')).toBe(false)
  const { version, jobId } = await keep(world.organizer, { ...days, version: 0 })
  await expectRefusal(keep(world.organizer, { ...days, version: 0 }), 'input.stale')
  const known = await holidaysKnown(db)
  expect([isAnnounced(known, '2089-03-01'), isWorkday(known, '2089-10-03')]).toEqual([true, false])

  const [job] = await db
    .select()
    .from(jobs)
    .where(eq(jobs.id, jobId ?? ''))
  if (!job) throw new Error('no job')
  expect(job.title).toBe('按2089年放假安排重算工作日期限')
  await recount({ db, report })
  const [moved] = await db.select().from(procedureCases).where(eq(procedureCases.id, caseId))
  expect(moved?.earliestOn).toBe('2089-10-13')

  const worked = ['2089-10-08']
  await keep(world.organizer, { ...days, worked, version })
  const { rows, canKeep } = await listHolidays(world.organizer, {})
  expect(canKeep).toBe(true)
  expect(rows.find((row) => row.year === year)).toMatchObject({ worked, version: 2, daysOff: 7 })
  expect(rows.find((row) => row.year === 2026)).toMatchObject({ isAnnounced: true, lacking: [] })
  expect(rows.find((row) => row.year === 2027)).toMatchObject({ isAnnounced: false, off: [] })
  expect((await listHolidays(world.secretary, {})).canKeep).toBe(false)
  await expectRefusal(readHolidays(world.secretary, { year, text }), 'reach.none')
})
