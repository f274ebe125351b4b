import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { lay } from './modules/duties/acts/lay.ts'
import { posts } from './modules/members/table.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('a duty is laid down at the desk, signed on the phone, reported at the desk and summed up', async () => {
  const { organizer, secretary, county, east } = await plant(db)
  const { unitId, personId: memberId } = secretary.actor
  const held = { unitId, memberId, organizationId: east.id, post: 'secretary' } as const
  await db.insert(posts).values({ ...held, from: '2024-01-01', byId: newId() })
  await lay(organizer, {
    organizationId: county.id,
    title: '研究党员教育',
    statement: '每季度研究一次',
    clause: '县委规定',
    level: 'branch',
    post: 'secretary',
    tiers: [],
    sectors: [],
    rhythm: 'quarter',
    needsEvidence: false,
    from: '2026-01-01',
  })
  const site = await openSite()

  const above = await site.visit('/duties/templates', organizer)
  await expectToSee(above, '研究党员教育')
  await above.getByRole('button', { name: '定一项责任' }).click()
  await above.getByLabel('责任事项').fill('书记讲党课')
  await above.getByLabel('做什么、做到什么程度').fill('每年一次')
  await above.getByLabel('依据').fill('县委规定')
  await above.getByRole('button', { name: '定下' }).click()
  await expectToSee(above, '已定下，适用 2 个组织')

  const hand = await site.visit('/m/duties', secretary, { width: 390, height: 844 })
  await hand.getByRole('button', { name: '签收清单' }).click()
  await expectToSee(hand, /书记 · 已签收/)

  const desk = await site.visit('/duties', secretary)
  await expectToSee(desk, '张三签收')
  await desk.locator('[data-line]', { hasText: '研究党员教育' }).first().click()
  await desk.getByLabel('完成日期').fill('2026-03-20')
  await desk.getByLabel('怎么完成的').fill('支委会研究')
  await desk.getByRole('button', { name: '报告完成' }).click()
  await expectToSee(desk, '“研究党员教育”已报告完成')

  const sum = await site.visit('/duties/below', organizer)
  await sum.getByRole('button', { name: /党支部 2 个/ }).click()
  await expectToSee(sum, '西支部')
  expect(await sum.getByRole('img', { name: '完成 1，逾期 1' }).count()).toBe(1)
  expect(await sum.getByText('东支部').count()).toBeGreaterThan(0)
}, 60_000)
