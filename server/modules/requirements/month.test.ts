import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { postHours } from '../ledgers/index.ts'
import { excuses } from '../members/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { remindMonth } from './acts/remind-month.ts'
import { onlineMonth } from './views/month.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const page = { lacking: false, page: 1, size: 50 }

function studyOnline(memberId: string, day: string, minutes: number, isOnline = true) {
  const sourceId = newId()
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const facts = { source: 'online', title: '网上课程', isCentralized: false, isOnline } as const
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId }
  const unitId = world.county.id
  return inTransaction(db, (tx) =>
    postHours(tx, [{ unitId, memberId, day, minutes, ...facts, ...rule, ...by }]),
  )
}

describe('study online, month by month', () => {
  test('[S3-36] ranks organisations and members, draws the months before, and reminds who lacks it in one tap', async () => {
    const { organizer, county, east, west } = world
    const keen = await plantMember(db, west, { name: '孙云帆' })
    const late = await plantCaller(db, west, { name: '何明月' })
    await studyOnline(keen, '2026-05-08', 120)
    await studyOnline(keen, '2026-05-09', 90, false)
    await studyOnline(keen, '2026-04-09', 60)
    await studyOnline(late.actor.personId, '2026-05-30', 30)

    const asked = { organizationId: county.id, month: '2026-05', ...page }
    const shown = await onlineMonth(organizer, asked)
    expect(shown).toMatchObject({ aimMinutes: 60, studied: 2, met: 1, minutes: 150 })
    expect(shown.organizations.map(({ name, studied }) => [name, studied])).toEqual([
      ['西支部', 2],
      ['东支部', 0],
    ])
    expect(shown.rows.slice(0, 3)).toMatchObject([
      { name: '孙云帆', minutes: 120, rank: 1 },
      { name: '何明月', minutes: 30, rank: 2 },
      { minutes: 0, rank: 3 },
    ])
    expect(shown.months.map(({ month, studied }) => [month, studied]).slice(-2)).toEqual([
      ['2026-04', 1],
      ['2026-05', 2],
    ])
    const lacking = await onlineMonth(organizer, { ...asked, lacking: true })
    expect(lacking.total).toBe(shown.people - 1)
    expect(lacking.rows.map(({ memberId }) => memberId)).not.toContain(keen)
    const branch = await onlineMonth(world.secretary, { ...asked, organizationId: east.id })
    expect(branch).toMatchObject({ organizations: [], studied: 0 })

    const ask = { organizationId: county.id, month: '2026-05' }
    expect(await remindMonth(organizer, ask)).toEqual({ reminded: lacking.total, already: 0 })
    expect(await remindMonth(organizer, ask)).toEqual({ reminded: 0, already: lacking.total })
    const inbox = await listInbox(late, { page: 1, size: 9, onlyUnread: false })
    expect(inbox.rows[0]).toMatchObject({ title: '网络学习提醒：5月', link: '/me/hours' })
  })

  test('asks nothing of the excused, nothing of a month to come, and knows nothing out of reach', async () => {
    const { secretary, east, west, county } = world
    const asked = { organizationId: east.id, month: '2026-05', ...page }
    const before = await onlineMonth(secretary, asked)
    const memberId = await plantMember(db, east)
    const by = { approvedBy: '支部委员会', byId: newId(), at: noon }
    const excuse = {
      unitId: county.id,
      memberId,
      reason: 'ill',
      from: '2026-01-01',
      ...by,
    } as const
    await db.insert(excuses).values(excuse)
    expect((await onlineMonth(secretary, asked)).people).toBe(before.people)
    const ahead = { organizationId: east.id, month: '2026-07' }
    await expectRefusal(remindMonth(secretary, ahead), 'requirements.month')
    const elsewhere = { ...asked, organizationId: west.id }
    await expectRefusal(onlineMonth(secretary, elsewhere), 'organizations.unknown')
  })
})
