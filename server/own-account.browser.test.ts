import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { noon, plant } from './testing/world.ts'

test('a second factor is bound by its first code, and a wrong one binds nothing', async () => {
  const { secretary } = await plant(db)
  const { visit } = await openSite()
  const page = await visit('/account', secretary)

  await page.getByRole('button', { name: '绑定验证器' }).click()
  const words = (await page.getByText('手工填写密钥').textContent()) ?? ''
  const secret = words.split('密钥')[1]?.replaceAll(' ', '') ?? ''
  const code = new TOTP({ secret }).generate({ timestamp: noon.getTime() })

  await page.getByLabel('六位数字').fill(code === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: '完成绑定' }).click()
  await expectToSee(page, '动态口令不正确')
  await page.getByLabel('六位数字').fill(code)
  await page.getByRole('button', { name: '完成绑定' }).click()
  await expectToSee(page, '已绑定')
})

test('a device that is not known is made to leave', async () => {
  const { secretary } = await plant(db)
  const { visit } = await openSite()
  const other = await visit('/account', secretary)
  const page = await visit('/account', secretary)

  await page.getByRole('button', { name: '让它退出' }).click()
  await expectToSee(page, /您在\s*1\s*台设备上登录着/)
  await other.reload()
  await other.waitForURL(/login/)
  expect(await other.getByRole('navigation').count()).toBe(0)
})
