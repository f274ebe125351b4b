import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { draft } from './modules/reports/acts/draft.ts'
import { edit } from './modules/reports/acts/edit.ts'
import { sign } from './modules/reports/acts/sign.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantMember } from './testing/world.ts'

async function confirm(page: Page, name: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

test('[S4-01] a secretary drafts the report, fills the blank, signs, downloads and submits it', async () => {
  const { east, secretary } = await plant(db)
  await plantMember(db, east, { name: '孙云帆' })
  const { visit } = await openSite()
  const page = await visit('/reports', secretary)

  await page.getByRole('button', { name: '起草 2026 年度汇报' }).click()
  await expectToSee(page, '填好才能')
  await page
    .getByRole('link', { name: '修改正文' })
    .or(page.getByRole('button', { name: '修改正文' }))
    .click()
  const blank = page.getByRole('textbox').filter({ hasText: '待填' }).first()
  await blank.fill('组建宣讲队，送学到村到户。')
  await page.reload()
  await expectToSee(page, '已恢复上次没有保存的修改')
  expect(await seriousIn(page)).toEqual([])
  await page.getByRole('button', { name: /保\s*存/ }).click()

  await expectToSee(page, '草稿已成')
  await page.getByRole('button', { name: /签\s*发/ }).click()
  await confirm(page, /签\s*发/)
  await expectToSee(page, '已由张三签发')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 .docx' }).click()
  const path = join(tmpdir(), `report-${newId()}.docx`)
  await (await downloading).saveAs(path)
  const { value } = await mammoth.extractRawText({ path })
  await rm(path)
  expect(value).toContain('组建宣讲队，送学到村到户。')
  expect(value).toContain('现有党员3名')

  await page.getByRole('button', { name: '报送县委' }).click()
  await confirm(page, /报\s*送/)
  await expectToSee(page, '报送县委')
})

test('a number opens its rows beside the document, and says when it moved since signing', async () => {
  const { east, secretary } = await plant(db)
  await plantMember(db, east, { name: '孙云帆' })
  const key = await draft(secretary, { organizationId: east.id, year: 2026 })
  const token = { metric: 'members.all', from: '2026-01-01', to: '2026-12-31' }
  const blocks = [{ level: 'text' as const, pieces: ['现有党员', token, '名。'] }]
  await edit(secretary, { ...key, version: 0, title: '汇报', recipients: [], blocks })
  await sign(secretary, { ...key, version: 1 })
  await plantMember(db, east, { name: '何明月' })
  const { visit } = await openSite()
  const page = await visit(`/reports/${key.unitId}/${key.reportId}`, secretary)

  await page
    .getByRole('article')
    .getByRole('link', { name: /^4\s*原3$/ })
    .click()
  await expectToSee(page, '共 4 行')
  await expectToSee(page, '孙云帆')
  await page.getByLabel('在明细中查找').fill('云帆')
  await expectToSee(page, '共 1 行')
  expect(await seriousIn(page)).toEqual([])

  await page.getByRole('link', { name: '返回签发' }).click()
  await expectToSee(page, '1 个数字在上次签发后有变化')
  await page.getByRole('link', { name: '党员总数 3 → 4' }).click()
  await expectToSee(page, '上次签发时为 3')
})
