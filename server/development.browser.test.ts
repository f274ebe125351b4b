import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findActors } from './modules/accounts/index.ts'
import { accounts } from './modules/accounts/table.ts'
import { invite } from './modules/development/acts/invite.ts'
import { db } from './testing/database.ts'
import { applyOn, paceOf } from './testing/development.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { noon, plant } from './testing/world.ts'
import type { Person } from './testing/world.ts'

test('a branch lays a task, reviews, looks at its reserve, and the applicant does the task on the phone', async () => {
  const world = await plant(db)
  await paceOf(db, world)
  const steps = ['apply', 'talk', 'activist', 'activistFiled', 'contacts', 'cultivate', 'target']
  const past = [...steps, 'targetFiled', 'introducers'].map((step) => ({ step, on: '2026-06-01' }))
  const { secretary } = world
  const key = await applyOn(world, '2026-06-01', { past })
  const slip = await invite(secretary, key)
  const site = await openSite()

  const board = await site.visit('/development', secretary)
  await board.locator('[data-line]', { hasText: '林新禾' }).click()
  await expectToSee(board, '第 10 步 政治审查')
  await expectToSee(board, /先要办好：对本人的审查/)
  await board.getByRole('button', { name: '增加审查对象' }).click()
  await board.getByLabel('向谁了解').fill('本人')
  await board.getByRole('button', { name: '增加', exact: true }).click()
  await board.getByRole('button', { name: '登记回复' }).click()
  await board.getByLabel('回复内容').fill('谈话了解，未发现问题')
  await board.getByRole('button', { name: '登记回复' }).last().click()
  await expectToSee(board, /本人 林新禾：未发现问题/)
  expect(await board.getByText('先要办好').count()).toBe(0)
  await board.getByRole('button', { name: '下达培养任务' }).click()
  await board.getByRole('button', { name: '下达', exact: true }).click()
  await expectToSee(board, /本人：承担一项岗位实践任务/)

  const reserve = await site.visit('/development/reserve?text=林新禾', secretary)
  await expectToSee(reserve, '测绘员')
  const joint = await site.visit('/development/joint', secretary)
  await joint.getByRole('button', { name: '送部门联审' }).click()
  await joint.getByRole('button', { name: '生成答复链接' }).click()
  await expectToSee(joint, /县公安局：等待答复/)

  const [account] = await db.select().from(accounts).where(eq(accounts.login, slip.login))
  const [actor] = await findActors(db, [account?.id ?? ''], noon)
  if (!actor) throw new Error('the account was just opened')
  const own: Person = { ...secretary, actor }
  const hand = await site.visit('/m/development', own, { width: 390, height: 844 })
  await expectToSee(hand, /您现在是发展对象/)
  await hand.getByRole('button', { name: '办结' }).first().click()
  await hand.getByLabel(/做了什么/).fill('完成三个村的地块测绘')
  await hand.getByRole('button', { name: '提交' }).click()
  await expectToSee(hand, /办结：完成三个村的地块测绘/)
}, 90_000)
