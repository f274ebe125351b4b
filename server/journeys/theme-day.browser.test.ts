import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attendances, closures } from '../modules/activities/table.ts'
import { hourEntries } from '../modules/ledgers/table.ts'
import { db } from '../testing/database.ts'
import { expectToSee } from '../testing/expect.ts'
import { openSite } from '../testing/site.ts'
import { passHours } from '../testing/theme-day.ts'
import { noon, plant, plantMember } from '../testing/world.ts'

/** What a person may do at most, and how long it may take; the machine is faster, so the presses are counted. */
const pressesMax = 12
const secondsMax = 180

test('a newcomer plans, holds, minutes and closes a theme day, with few presses and no help [S1-01] [S1-02]', async () => {
  const world = await plant(db)
  for (const name of ['李山泉', '周谷雨', '吴松涛', '郑清溪'])
    await plantMember(db, world.east, { name })
  const { visit } = await openSite(() => noon)
  const page = await visit('/', world.secretary)
  const began = performance.now()
  let presses = 0
  const press = async (name: string | RegExp) => {
    presses += 1
    const named = { name, exact: true }
    await page.getByRole('button', named).or(page.getByRole('link', named)).first().click()
  }

  await press('本月')
  await press(/^计划主题党日$|^计划（建议/)
  await press('现在就开')
  await press('保存计划')
  await press(/其余 \d+ 人都到会/)
  await press('结束点名')
  await press('全部完成')
  await passHours(db, world.east.id, 2)
  await page.getByLabel('会议记录').fill('集中学习党章第一章，讨论了下月的志愿服务安排。')
  await press('关闭并记入学时')
  await press('关闭并记入')

  await expectToSee(page, /已关闭/)
  expect(presses).toBeLessThanOrEqual(pressesMax)
  expect((performance.now() - began) / 1000).toBeLessThan(secondsMax)

  const [closure] = await db.select().from(closures).where(eq(closures.unitId, world.county.id))
  const present = await db.$count(attendances, eq(attendances.unitId, world.county.id))
  const posted = await db
    .select()
    .from(hourEntries)
    .where(eq(hourEntries.sourceId, closure?.activityId ?? ''))
  expect(present).toBe(6)
  expect(posted.filter(({ ledger }) => ledger === 'member')).toHaveLength(6)
}, 120_000)
