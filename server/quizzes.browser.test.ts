import { expect, test } from 'vitest'
import { expectToSee } from './testing/expect.ts'
import { db } from './testing/database.ts'
import { bringBank, layQuiz, plainLines } from './testing/quizzes.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('a member answers on the phone, goes on after a reload, sees the result, and the office sees it too', async () => {
  const world = await plant(db)
  await bringBank(world.organizer, world.county, plainLines(6))
  const draws = [{ category: null, isEssential: false, count: 2 }]
  await layQuiz(world.organizer, world.county, { draws, retestDays: 30 })
  const site = await openSite()
  const phone = await site.visit('/m/quizzes', world.member, { width: 390, height: 844 })
  await phone.getByText('开始答题').click()
  await expectToSee(phone, /第 1 \/ 2 题/)
  await phone.getByText('正解').click()
  await expectToSee(phone, /已答 1 题/)
  await phone.waitForTimeout(500)
  await phone.reload()
  await expectToSee(phone, /已答 1 题/)
  await phone.getByText('下一题').click()
  await phone.getByText('谬误甲').click()
  await phone.getByRole('button', { name: '交卷' }).click()
  await expectToSee(phone, /初测 50 分/)
  expect(await phone.getByText('见党章').count()).toBe(2)
  await phone.getByText('写心得和运用').click()
  await phone.getByLabel(/学习心得/).fill('记住了党章里的要求，回去照着做。')
  await phone.getByText('交给支部').click()
  await expectToSee(phone, '心得已交给支部')

  const desk = await site.visit('/quizzes', world.organizer)
  await desk.getByText('党章测验').click()
  await expectToSee(desk, /1 人交卷，0 人通过，平均 50 分/)
  await expectToSee(desk, /记住了党章里的要求/)
})
