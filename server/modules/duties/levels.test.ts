import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { eastSheet, layDown, plantSeat } from '../../testing/duties.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Organization, World } from '../../testing/world.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { change } from '../organizations/acts/change.ts'
import { organizations } from '../organizations/table.ts'
import { remind } from './acts/remind.ts'
import { report } from './acts/report.ts'
import { withdraw } from './acts/withdraw.ts'
import { below, items } from './views/below.ts'
import { mine, sheet } from './views/sheet.ts'
import { templates } from './views/templates.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const facts = (one: Organization, tier: number, sector: 'village' | 'school') => ({
  organizationId: one.id,
  version: one.version,
  name: one.name,
  kind: one.kind,
  sector,
  code: null,
  employer: '',
  employerCode: null,
  coveredUnits: [],
  tier,
  foundedOn: null,
  reason: '分级管理',
})

describe('over three levels', () => {
  test('[S3-56] sums up what the committees of organs, their committees and the branches have done, down to the rows', async () => {
    const { organizer, county } = world
    const work = await plantOrganization(db, county, '县直机关工委', { kind: 'agencyCommittee' })
    const group = await plantOrganization(db, work, '县财政局党组', { kind: 'leadingGroup' })
    const branch = await plantOrganization(db, group, '县财政局党支部', {})
    const secretary = await plantCaller(db, branch, { office: 'secretary' })
    await plantSeat(secretary, branch, 'secretary')
    const at = { organizationId: work.id, needsEvidence: false, rhythm: 'half' } as const
    await layDown(world, { ...at, level: 'work', title: '听取党建工作汇报' })
    await layDown(world, { ...at, level: 'committee', title: '书记抓党建述职' })
    const { templateId, binds } = await layDown(world, {
      ...at,
      title: '支部工作计划',
      rhythm: 'quarter',
    })
    expect(binds).toBe(1)
    const record = { templateId, period: '2026-Q1', doneOn: '2026-03-05', note: '已制定' }
    await report(secretary, { organizationId: branch.id, ...record, fileIds: [] })

    const top = await below(organizer, { organizationId: county.id })
    expect(top.levels).toMatchObject([
      { level: 'work', organizations: 1, items: 2, done: 0, unsigned: 1 },
      { level: 'committee', items: 2, done: 0, unsigned: 1 },
      { level: 'branch', items: 4, done: 1, overdue: 0, unsigned: 1 },
    ])
    expect(top.rows[0]).toMatchObject({ name: '县直机关工委', items: 8, done: 1, unsigned: 3 })
    const down = await below(organizer, { organizationId: work.id })
    expect(down.rows).toMatchObject([{ name: '县财政局党组', items: 6, hasBelow: true }])
    const last = await below(organizer, { organizationId: group.id })
    expect(last.rows).toMatchObject([{ name: '县财政局党支部', items: 4, hasBelow: false }])

    const page = { page: 1, size: 50 }
    const all = await items(organizer, { organizationId: work.id, level: 'branch', ...page })
    expect(all.total).toBe(4)
    expect(all.rows[0]).toMatchObject({ state: 'done', organizationName: '县财政局党支部' })
    await expectRefusal(
      below(world.secretary, { organizationId: work.id }),
      'organizations.unknown',
    )
  })
})

describe('tiers and fields', () => {
  test('[S3-64] asks different things of organizations of different tiers and fields, by what the rules pick', async () => {
    const { organizer, county, east, west } = world
    await layDown(world, { title: '所有支部', rhythm: 'year' })
    await layDown(world, { title: '一级支部', tiers: [1], rhythm: 'year' })
    await layDown(world, {
      title: '二级农村支部',
      tiers: [2],
      sectors: ['village'],
      rhythm: 'year',
    })
    const titlesOf = async (organizationId: string) =>
      (await sheet(organizer, { organizationId })).sheets.flatMap((one) =>
        one.items.map(({ title }) => title),
      )
    expect(await titlesOf(east.id)).toEqual(['所有支部'])

    await change(organizer, facts(east, 1, 'school'))
    await change(organizer, facts(west, 2, 'village'))
    expect(await titlesOf(east.id)).toEqual(['所有支部', '一级支部'])
    expect(await titlesOf(west.id)).toEqual(['所有支部', '二级农村支部'])

    const { sorts } = await templates(organizer, { organizationId: county.id, page: 1, size: 50 })
    expect(sorts.filter(({ level }) => level === 'branch')).toEqual([
      {
        level: 'branch',
        tier: 1,
        sector: 'school',
        organizations: 1,
        titles: ['所有支部', '一级支部'],
      },
      {
        level: 'branch',
        tier: 2,
        sector: 'village',
        organizations: 1,
        titles: ['所有支部', '二级农村支部'],
      },
    ])
    await db.update(organizations).set({ tier: 3 }).where(eq(organizations.id, east.id))
    expect(await titlesOf(east.id)).toEqual(['所有支部'])
  })
})

describe('a duty that is laid down', () => {
  test('is not laid down twice, ends on a day, and is nobody’s of those below to end', async () => {
    const { organizer, secretary, county, east } = world
    const { templateId } = await layDown(world)
    await expectRefusal(layDown(world), 'duties.known')
    const clerk = await plantCaller(db, east, { office: 'clerk' })
    const end = { templateId, until: '2026-06-01', reason: '并入新条目' }
    await expectRefusal(withdraw(clerk, end), 'duties.template')
    const early = { ...end, until: '2025-12-31' }
    await expectRefusal(withdraw(organizer, early), 'duties.span')
    await withdraw(organizer, end)
    await expectRefusal(withdraw(organizer, end), 'duties.ended')
    const { rows } = await templates(organizer, { organizationId: county.id, page: 1, size: 50 })
    expect(rows).toMatchObject([{ until: '2026-06-01', binds: 0, mayWithdraw: false }])
    expect((await eastSheet(world)).first.items.map(({ period }) => period)).toEqual(['2026-Q1'])
    expect(
      (await templates(secretary, { organizationId: east.id, page: 1, size: 50 })).mayLay,
    ).toBe(false)
  })

  test('reminds each holder once a day of what is late or not signed', async () => {
    const { organizer, secretary, east, county } = world
    await expectRefusal(remind(organizer, { organizationId: county.id }), 'duties.nothing')
    await plantSeat(secretary, east, 'secretary')
    await layDown(world)
    const first = await remind(organizer, { organizationId: county.id })
    expect(first).toEqual({ reminded: 1, already: 0, vacant: 1 })
    const again = await remind(organizer, { organizationId: county.id })
    expect(again).toEqual({ reminded: 0, already: 1, vacant: 1 })
    const told = await listInbox(secretary, { page: 1, size: 9, onlyUnread: false })
    expect(told.rows[0]).toMatchObject({ title: '责任事项催办', link: '/duties' })
    const { rows } = await mine(secretary, {})
    expect(rows).toMatchObject([{ organizationName: '东支部', post: 'secretary', mayReport: true }])
    expect((await mine(world.member, {})).rows).toEqual([])
  })
})
