import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { db } from '../testing/database.ts'
import { expectToSee } from '../testing/expect.ts'
import { afterClass, graduate, holdLessons, plantLessons } from '../testing/graduation.ts'
import { openSite } from '../testing/site.ts'
import { plant, plantCaller } from '../testing/world.ts'

const now = () => afterClass
const phone = { width: 390, height: 844 }

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('a class issues its certificates, a graduate carries one, and a stranger finds out whether it is true', async () => {
  const world = await plant(db)
  const graduates = [
    await plantCaller(db, world.east, { name: '陈书禾', now }),
    await plantCaller(db, world.west, { name: '谢远山', now }),
  ] as const
  const [learner, away] = graduates
  const key = await plantLessons(world, graduates)
  const { visit } = await openSite(now)

  await holdLessons(world, key, [[away, 1]])
  await graduate(world, key)
  const desk = await visit(`/classes/${key.unitId}/${key.classId}/certificates`, {
    ...world.organizer,
    now,
  })
  await expectToSee(desk, /待发\s*1\s*张/)
  await desk.getByRole('button', { name: '给 1 人发证书' }).click()
  await expectToSee(desk, /已发证书\s*1\s*张/)
  expect(await seriousFaults(desk)).toEqual([])
  const download = desk.waitForEvent('download')
  await desk.getByRole('link', { name: '全部打印' }).click()
  expect((await download).suggestedFilename()).toBe('党支部书记培训班结业证书.pdf')

  const own = await visit('/m/classes', learner, phone)
  await own.getByRole('heading', { name: '我的结业证书' }).waitFor()
  const address = await own.getByRole('link', { name: '看核验页' }).getAttribute('href')
  await own.getByRole('link', { name: /看课程表/ }).click()
  await expectToSee(own, '已结业。')
  await expectToSee(own, '第6课')
  expect(await seriousFaults(own)).toEqual([])

  const stranger = await visit(address ?? '', undefined, phone)
  await stranger.getByRole('heading', { name: '证书有效' }).waitFor()
  await expectToSee(stranger, '陈书禾')
  await expectToSee(stranger, '党培结字〔2026〕第0001号')
  expect(await seriousFaults(stranger)).toEqual([])

  await desk.getByRole('link', { name: '陈书禾' }).click()
  await expectToSee(desk, /来自 127\.0\.\*\.\*/)
  await desk.getByRole('button', { name: '撤销', exact: true }).click()
  await desk.getByLabel('撤销的原因').fill('姓名写错，重新发证')
  await desk.getByRole('button', { name: '撤销证书' }).click()
  await expectToSee(desk, /已撤销\s*1\s*张/)

  await stranger.reload()
  await stranger.getByRole('heading', { name: '证书已撤销' }).waitFor()
  await expectToSee(stranger, '姓名写错，重新发证')
  await stranger.goto(new URL('/certificates/of-nobody', stranger.url()).href)
  await stranger.getByRole('heading', { name: '没有这张证书' }).waitFor()
  expect(await seriousFaults(stranger)).toEqual([])
}, 120_000)
