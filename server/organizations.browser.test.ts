import { expect, test } from 'vitest'
import { nameKeyOf } from './kernel/name-key.ts'
import { db } from './testing/database.ts'
import { openSite } from './testing/site.ts'
import { plant, plantMember, plantOrganization } from './testing/world.ts'

function named(name: string) {
  return { kind: 'committee', nameKey: nameKeyOf(name) } as const
}

async function county() {
  const world = await plant(db)
  const upper = await plantOrganization(db, world.county, '上乡党委', named('上乡党委'))
  const lower = await plantOrganization(db, world.county, '下乡党委', named('下乡党委'))
  await plantOrganization(db, upper, '河村党支部', { nameKey: nameKeyOf('河村党支部') })
  return { ...world, upper, lower }
}

test('the tree is walked with the keyboard, and searched by initials', async () => {
  const { organizer } = await county()
  const site = await openSite()
  const desk = await site.visit('/organizations', organizer)

  await desk.getByRole('treeitem', { name: /县委/ }).focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await desk.keyboard.press(key)
  await desk.keyboard.press('Home')
  const upper = desk.getByRole('treeitem', { name: /上乡党委/ })
  await upper.focus()
  await desk.keyboard.press('ArrowRight')
  await desk.getByRole('treeitem', { name: /河村党支部/ }).waitFor()
  await desk.keyboard.press('ArrowRight')
  await desk.keyboard.press('Enter')
  await desk.getByRole('heading', { level: 1, name: /河村党支部有党员 0 名/ }).waitFor()

  await desk.getByLabel('查找党组织').fill('xxdw')
  await desk.getByRole('button', { name: /下乡党委/ }).click()
  await desk.getByRole('heading', { level: 1, name: /下乡党委有党员/ }).waitFor()
  expect(new URL(desk.url()).searchParams.get('open')).toContain('-')
})

test('an organization is founded, moved and dissolved, each time told beforehand what will happen', async () => {
  const { organizer, upper, lower } = await county()
  const site = await openSite()
  const desk = await site.visit(`/organizations?open=${upper.id}`, organizer)

  await desk.getByRole('button', { name: '设立下级' }).click()
  await desk.getByLabel('名称', { exact: true }).fill('山村党支部')
  await desk.getByRole('button', { name: /^设\s*立$/ }).click()
  await desk.getByRole('heading', { level: 1, name: /山村党支部有党员 0 名/ }).waitFor()
  await desk.getByText('正式党员 0 名，不足 3 名').waitFor()

  await desk.getByRole('button', { name: /更改/ }).click()
  await desk.getByRole('menuitem', { name: '划转到另一上级' }).click()
  await desk.getByText(/连同 0 个下级组织、0 名党员一起划转/).waitFor()
  await desk.getByLabel('新的上级').fill('xxdw')
  await desk.getByText('下乡党委（县委）').click()
  await desk.getByLabel('理由或批复文号').fill('区划调整')
  await desk.getByRole('button', { name: /^划\s*转$/ }).click()
  await desk.getByText(`由“${upper.name}”划归“${lower.name}”`).waitFor()

  await desk.getByRole('button', { name: /更改/ }).click()
  await desk.getByRole('menuitem', { name: /^撤\s*销$/ }).click()
  const asked = desk.getByRole('dialog', { name: '撤销山村党支部？' })
  await asked.getByLabel('撤销的理由').fill('误设')
  const confirm = asked.getByRole('button', { name: /^撤\s*销$/ })
  expect(await confirm.isDisabled()).toBe(true)
  await asked.getByLabel(/请输入/).fill('山村党支部')
  await confirm.click()
  await desk.getByRole('heading', { level: 1, name: /山村党支部已于 2026年6月1日 撤销/ }).waitFor()
})

test('a rule is tightened after a trial run, refused when laxer, and withdrawn', async () => {
  const { organizer, east } = await county()
  await plantMember(db, east)
  const site = await openSite()
  const desk = await site.visit('/rules?open=hours.member.year', organizer)

  await desk.getByRole('button', { name: '为县委从严设定' }).click()
  await desk.getByLabel('设为（学时）').fill('20')
  await desk.getByText(/只能更严，不能放宽：上级现行值为32 学时/).waitFor()
  await desk.getByLabel('设为（学时）').fill('36')
  await desk.getByText(/从2026年6月1日起，影响 6 个组织、4 名党员/).waitFor()
  await desk.getByLabel('依据（文件和条款）').fill('县委组织部通知')
  await desk.getByRole('button', { name: '从严设定', exact: true }).click()
  await desk.getByText('由张三设定').waitFor()
  await desk.getByRole('heading', { level: 1, name: /其中 1 项由党组织从严设定/ }).waitFor()

  await desk.getByRole('button', { name: /^撤\s*回$/ }).click()
  const asked = desk.getByRole('dialog', { name: '撤回“36 学时”？' })
  await asked.getByLabel('撤回的理由').fill('误设')
  await asked.getByRole('button', { name: /^撤\s*回$/ }).click()
  await desk.getByText('2026年6月1日撤回：误设').waitFor()
  await desk.getByRole('heading', { level: 1, name: /都按全国规定执行/ }).waitFor()
  expect(await desk.getByText('● 现行').count()).toBe(1)
})

test.each(['/organizations', '/rules'])('%s fits a narrow screen', async (path) => {
  const { secretary } = await county()
  const site = await openSite()
  const desk = await site.visit(path, secretary, { width: 390, height: 844 })
  await desk.getByRole('heading', { level: 1 }).waitFor()
  const over = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBe(0)
})
