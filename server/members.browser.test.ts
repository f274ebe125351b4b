import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { lineOf } from './testing/roll-lines.ts'
import { rollOf } from './testing/rolls.ts'
import { openSite } from './testing/site.ts'
import { plant, plantMember, plantOrganization } from './testing/world.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('a roll is brought in by file, looked at, mended, written, and taken back', async () => {
  const { organizer, county } = await plant(db)
  await plantOrganization(db, county, '荷塘村党支部')
  const site = await openSite()
  const desk = await site.visit('/members', organizer)
  await desk.getByRole('link', { name: '导入名册' }).click()

  const lines = [
    lineOf(1, '东支部'),
    lineOf(2, '西支部'),
    lineOf(3, '荷糖村党支部'),
    lineOf(4, '东支部', { 公民身份证号: '990000198506150038' }),
  ]
  await desk.getByLabel('选择文件').setInputFiles({
    name: '名册.xlsx',
    mimeType: spreadsheet,
    buffer: Buffer.from(rollOf(lines)),
  })
  await desk
    .getByRole('heading', { name: /读到\s*4\s*行，\s*2\s*行有误，\s*2\s*行可以直接导入/ })
    .waitFor()
  await desk.getByText('身份证号的校验码应为 7，请核对').waitFor()

  // What has been read lies on the server: a reload loses nothing.
  await desk.reload()
  await desk.getByRole('button', { name: '支部写法' }).click()
  await desk.getByRole('button', { name: '就是荷塘村党支部' }).click()
  await desk.getByRole('button', { name: '回到核对' }).click()
  await desk.getByRole('button', { name: '导入 3 行' }).click()
  await desk.getByRole('heading', { name: /已导入\s*3\s*行：新增 3 人/ }).waitFor()

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: '下载没有导入的 1 行' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('未导入-名册.xlsx')

  await desk.getByRole('button', { name: '撤销本次导入' }).click()
  await desk.getByRole('button', { name: '撤销导入' }).click()
  await desk.getByRole('heading', { name: /已撤销，\s*3\s*名党员恢复到导入之前/ }).waitFor()
})

test('a file that is no table is refused in words, and the next one is welcome', async () => {
  const { organizer } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/members/import', organizer)

  const file = { name: '旧名册.xls', mimeType: 'application/vnd.ms-excel' }
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])
  await desk.getByLabel('选择文件').setInputFiles({ ...file, buffer: old })
  await desk.getByText(/这是旧版 Excel 文件（.xls）/).waitFor()
  expect(await desk.getByRole('button', { name: '选择文件' }).isEnabled()).toBe(true)
})

test('[S4-40] the roll is filtered by the three rosters, and a member says why they stand on one', async () => {
  const { secretary, east } = await plant(db)
  await plantMember(db, east, { name: '老农', employment: 'farmer' })
  await plantMember(db, east, { name: '远行', floatingSince: '2025-01-01', floatingTo: '虚州市' })
  const site = await openSite()
  const desk = await site.visit('/members', secretary)

  await desk.getByRole('heading', { name: /名册共 4 人：在职 2、无职 1、流动 1/ }).waitFor()
  await desk.getByRole('button', { name: '流动党员 1' }).click()
  await desk.getByRole('link', { name: '远行' }).click()
  await desk.getByText('2025-01-01 起外出流动，流向虚州市').waitFor()
  expect(new URL(desk.url()).pathname).toMatch(/^\/members\//)
  await desk.goBack()
  expect(new URL(desk.url()).searchParams.get('roster')).toBe('floating')
})

test('a member is excused with a reason and somebody who approved, and it can be ended', async () => {
  const { secretary, east } = await plant(db)
  const memberId = await plantMember(db, east, { name: '老李' })
  const site = await openSite()
  const desk = await site.visit(`/members/${east.unitId}/${memberId}?doing=excuse`, secretary)

  await desk.getByLabel('情形').click()
  await desk.getByTitle('行动不便').click()
  await desk.getByLabel('批准人或批准的组织').fill('稻香镇党委')
  await desk.getByRole('button', { name: /^登\s*记$/ }).click()
  await desk.getByText(/免作硬性要求：行动不便，2026-06-01 起，稻香镇党委批准/).waitFor()
  await desk.getByRole('button', { name: /^终\s*止$/ }).click()
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^终\s*止$/ })
    .click()
  await desk.getByText(/曾免作硬性要求/).waitFor()
  expect(await desk.getByRole('button', { name: /^终\s*止$/ }).count()).toBe(0)
})
