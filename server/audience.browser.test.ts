import { expect, test } from 'vitest'
import { save } from './modules/audience/acts/save.ts'
import { idNumberOf } from './testing/citizens.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantMember } from './testing/world.ts'

test('an audience is put together with a live count, saved by name, and chooses the roll', async () => {
  const { secretary, east } = await plant(db)
  await plantMember(db, east, { name: '老农', bornOn: '1950-01-01', employment: 'farmer' })
  const site = await openSite()
  const desk = await site.visit('/audiences', secretary)
  await desk.getByRole('button', { name: '新建范围' }).click()
  await expectToSee(desk, /全体党员：现在 3 人/)
  await desk.getByLabel('年龄从').fill('60')
  await expectToSee(desk, /60 岁及以上：现在 1 人/)
  await expectToSee(desk, /例如：老农/)
  await desk.getByLabel('范围名称').fill('老党员')
  await desk.getByRole('button', { name: /^存\s*下$/ }).click()
  await desk.getByRole('heading', { name: /存有 1 个对象范围/ }).waitFor()

  await desk.goto(`${site.address}/members`)
  await desk.getByLabel('存下的对象范围').click()
  await desk.getByText('老党员（60 岁及以上）').last().click()
  await expectToSee(desk, '共 1 行')
  expect(new URL(desk.url()).searchParams.get('saved')).not.toBeNull()
})

test('the picked lines of the roll are tagged at once', async () => {
  const { secretary } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/members', secretary)
  await desk.getByLabel('选中本页全部').check()
  await expectToSee(desk, '已选 2 人')
  await desk.getByLabel('给选中的党员加标签').fill('宣讲员')
  await desk.getByRole('button', { name: '加标签' }).click()
  await expectToSee(desk, '已加标签 2 人')
  await expectToSee(desk, /宣讲员/)
})

test('a citizen’s number fills in the day of birth and the sex', async () => {
  const { secretary } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/members/new', secretary)
  await desk.getByLabel('公民身份证号').fill(idNumberOf('1985-06-16', 2))
  await expect.poll(() => desk.getByLabel('出生日期').inputValue()).toBe('1985-06-16')
  await expectToSee(desk, '女')
})

test('a study notice goes to a saved audience, with a part for one class of it', async () => {
  const { organizer, secretary, east, county } = await plant(db)
  await plantMember(db, east, { name: '老农', bornOn: '1950-01-01' })
  const saved = { organizationId: county.id, name: '老党员', audience: { ageFrom: 60 } }
  await save(organizer, { ...saved, change: null })
  const site = await openSite()
  const desk = await site.visit('/notices', secretary)
  await desk.getByRole('button', { name: '写通知' }).click()
  await desk.getByLabel('标题').fill('六月学习')
  await desk.getByLabel('内容').fill('共同内容')
  await desk.getByRole('button', { name: '老党员', exact: true }).click()
  await desk.getByLabel('对老党员的要求').fill('由支部送学上门')
  await desk.getByRole('button', { name: '按条件选人' }).click()
  await expectToSee(desk, /全体党员：现在 3 人/)
  await desk.getByRole('button', { name: /^发\s*出$/ }).click()
  await expectToSee(desk, '六月学习（老党员）')
  await expectToSee(desk, '0/3')
  await expectToSee(desk, '0/1')
})
