import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { nextMorning, plant, plantCaller } from './testing/world.ts'

const clock = () => nextMorning
const hand = { width: 390, height: 844 }

async function plantBranch() {
  const { east } = await plant(db)
  const secretary = await plantCaller(db, east, { office: 'secretary', name: '周白杨', now: clock })
  const rater = await plantCaller(db, east, { name: '陈书禾', now: clock })
  await plantCaller(db, east, { name: '李山泉', now: clock })
  return { secretary, rater }
}

test('a branch begins its appraisal by a button; a member rates themself and another on the phone, and the desk sees it', async () => {
  const { secretary, rater } = await plantBranch()
  const site = await openSite(clock)
  const desk = await site.visit('/appraisal', secretary)
  await expectToSee(desk, /民主评议：未开展/)
  await desk.getByRole('button', { name: '开展并通知每个人' }).click()
  await expectToSee(desk, /自评互评。0\/\d 人已自评/)
  const round = desk.url()

  const today = await site.visit('/m/', rater, hand)
  await expectToSee(today, /年民主评议：自评/)
  const phone = await site.visit('/m/appraisal', rater, hand)
  await expectToSee(phone, /还没有自评/)
  for (const good of await phone.getByRole('radio', { name: '合格', exact: true }).all())
    // One heading after another.
    // oxlint-disable-next-line no-await-in-loop
    await good.check()
  await phone.getByLabel('自评等次').selectOption('合格')
  await phone.getByLabel('一年来的表现、主要问题和怎么改').fill('按时参加组织生活，入户还不够')
  await phone.getByRole('button', { name: '交自评' }).click()
  await expectToSee(phone, /已自评：合格/)

  await phone.getByRole('button', { name: '评李山泉' }).click()
  await phone.getByLabel(/^等次/).selectOption('优秀')
  await phone.getByLabel(/对李山泉的意见/).fill('学习抓得紧，联系群众还不够')
  await phone.getByRole('button', { name: '交互评' }).click()
  await expectToSee(phone, /优秀：学习抓得紧/)

  await desk.reload()
  await expectToSee(desk, /自评互评。1\/\d 人已自评/)
  const line = (name: string) => desk.getByRole('row').filter({ hasText: name })
  await line('陈书禾').getByText('已自评').waitFor()
  expect(await line('李山泉').innerText()).toMatch(/未自评\s+1\/\d/)
  await desk.locator('[data-line]', { hasText: '陈书禾' }).click()
  await expectToSee(desk, '按时参加组织生活，入户还不够')

  // The frequency of the branch leads back to the round.
  await desk.goto(`${site.address}/meetings/frequency`)
  await desk.getByRole('button', { name: /^民主评议党员 .*已计划/ }).click()
  await desk.getByRole('link', { name: '民主评议党员', exact: true }).click()
  await expectToSee(desk, /1\/\d 人已自评/)
  expect(new URL(desk.url()).pathname).toBe(new URL(round).pathname)
}, 60_000)
