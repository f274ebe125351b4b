import { expect, test } from 'vitest'
import { plantClass } from './testing/classes.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantMember } from './testing/world.ts'

test('a class is approved, given seats, announced and planned on its page; a branch sends a member', async () => {
  const { organizer, secretary, county, east } = await plant(db)
  await plantMember(db, east, { name: '陈书禾' })
  const { unitId, classId } = await plantClass(db, county, {
    state: 'draft',
    announcedAt: null,
    quotas: [[east, 1]],
  })
  const site = await openSite()
  const list = await site.visit('/classes', organizer)
  await expectToSee(list, /年培训班 1 期/)
  await list.locator('[data-line]', { hasText: '党支部书记培训班' }).click()
  await list.getByRole('button', { name: '报请审批' }).click()
  await list.getByRole('button', { name: '批准', exact: true }).click()
  await list.getByRole('button', { name: '发出通知' }).click()
  await expectToSee(list, '还没有人报名')

  await list.getByRole('button', { name: '排一节课' }).click()
  await list.getByLabel('课名').fill('党章导读')
  await list.getByRole('button', { name: '排上' }).click()
  await list.getByRole('table', { name: '课程表' }).getByText('党章导读').waitFor()
  await expectToSee(list, /不是首课/)

  const branch = await site.visit('/classes/offers', secretary)
  await branch.locator('[data-line]', { hasText: '党支部书记培训班' }).click()
  const line = branch.getByRole('listitem').filter({ hasText: '陈书禾' })
  await line.getByRole('button', { name: '推荐' }).click()
  await expectToSee(branch, '已录取')

  const page = await site.visit(`/classes/${unitId}/${classId}`, organizer)
  await expectToSee(page, /已录取 1 人/)
  await expectToSee(page, '陈书禾')
  expect(await page.getByText('没有退成').count()).toBe(0)
}, 60_000)
