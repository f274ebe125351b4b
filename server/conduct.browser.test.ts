import { expect, test } from 'vitest'
import { plantMeeting, talkWith } from './testing/conduct.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantCaller } from './testing/world.ts'

const phone = { width: 390, height: 844 }

test('whose clock runs is given work and a case, speaks for themself on the phone, and their papers are printed', async () => {
  const { secretary, east } = await plant(db)
  const zhou = await plantCaller(db, east, { name: '周不来' })
  for (const month of ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
    await plantMeeting(db, east, { person: zhou, day: `${month}-10`, mark: 'absent' })
  const site = await openSite()
  const desk = await site.visit('/conduct', secretary)
  await desk.locator('[data-line]', { hasText: '周不来' }).click()
  await expectToSee(desk, '从 2025-12 起连续 6 个月没有参加组织生活')
  await desk.getByLabel('做什么').fill('联系两户困难群众')
  await desk.getByRole('button', { name: '分配并通知本人' }).click()
  await expectToSee(desk, /2026-07-01 前完成/)

  const hand = await site.visit('/m/conduct', zhou, phone)
  await expectToSee(hand, '联系两户困难群众')
  await hand.getByLabel('做了什么').fill('都走到了')
  await hand.getByRole('button', { name: '报告做完了' }).click()
  await expectToSee(hand, /待支部确认/)

  // The case: talked with before, drafted, started, and taken to the branch meeting.
  await talkWith(secretary, zhou)
  await desk.getByRole('button', { name: '起草，核实后再提交办理' }).click()
  await desk.getByRole('link', { name: '看处置' }).click()
  await desk.getByRole('button', { name: '提交办理' }).click()
  await expectToSee(desk, '办理：支部委员会决定限期改正')
  await desk.getByLabel('谁来帮教').fill('李帮教')
  await desk.getByLabel('怎样帮教').fill('每月谈一次，陪同参加活动')
  await desk.getByRole('button', { name: '办理', exact: true }).click()
  await expectToSee(desk, '办理：期满认定')

  const link = desk.getByRole('link', { name: '事实材料' })
  const paper = await desk.request.get(`${site.address}${await link.getAttribute('href')}`)
  expect(paper.headers()['content-type']).toContain('wordprocessingml')
  const own = await site.visit('/m/conduct', zhou, phone)
  await expectToSee(own, '李帮教帮助您：每月谈一次，陪同参加活动')
}, 60_000)
