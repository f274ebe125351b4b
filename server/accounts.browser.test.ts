import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sealTraces } from './modules/audit/acts/seal.ts'
import { appoint } from './modules/accounts/acts/appoint.ts'
import { accounts } from './modules/accounts/table.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plantLogin } from './testing/visitor.ts'
import { plant, plantCaller, plantMember } from './testing/world.ts'

test('a branch gets its slips, and the code on one of them lets its owner in', async () => {
  const { east, secretary } = await plant(db)
  await plantMember(db, east, { name: '欧阳青松' })
  const { visit } = await openSite()
  const page = await visit('/accounts', secretary)

  await expectToSee(page, /另有 1 名党员还没有账号/)
  await page.getByRole('button', { name: '发登录码' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发登录码' }).click()
  const slip = page.getByRole('listitem').filter({ hasText: '欧阳青松' })
  await slip.waitFor()
  const code = (await slip.locator('code').textContent()) ?? ''
  const login = ((await slip.textContent()) ?? '').match(/登录名 ([a-z0-9]+)/)?.[1] ?? ''
  await page.getByRole('button', { name: '已经发完' }).click()

  const phone = await visit('/m/login', undefined, { width: 390, height: 844 })
  await phone.getByRole('button', { name: /第一次登录/ }).click()
  await phone.getByLabel('登录名或手机号').fill(login)
  await phone.getByLabel('登录码').fill(code.toLowerCase())
  await phone.getByLabel('新密码', { exact: true }).fill('Brand-New-Horse-7')
  await phone.getByLabel('再填一次新密码').fill('Brand-New-Horse-7')
  await phone.getByRole('button', { name: '设置密码并登录' }).click()
  await phone.waitForURL(/\/m\/?$/)
  const [row] = await db.select().from(accounts).where(eq(accounts.login, login))
  expect(row?.passwordHash).toContain('argon2id')
})

test('security gives an office and takes it back, and the auditor reads both', async () => {
  const world = await plant(db)
  const { county } = world
  const security = await plantCaller(db, county, { office: 'securityAdministrator' })
  const { accountId } = await plantLogin(world.east)
  const { visit } = await openSite()
  const page = await visit(`/accounts?open=${accountId}`, security)

  await page.getByRole('button', { name: '授予职务' }).click()
  await page.getByLabel('职务', { exact: true }).click()
  await page.locator('.ant-select-item-option').getByText('审计管理员').click()
  await page.getByLabel('在哪个组织').fill(county.name)
  await page.locator('.ant-select-item-option').getByText(county.name, { exact: true }).click()
  await page.getByRole('button', { name: '授予', exact: true }).click()
  await expectToSee(page, `${county.name} · 审计管理员`)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByLabel('原因').fill('轮岗')
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).last().click()
  await expectToSee(page, /撤销$/)

  await sealTraces(security, [county.unitId])
  const auditor = await plantCaller(db, county, { office: 'auditor' })
  const audit = await visit('/audit', auditor)
  await expectToSee(audit, /共有\s*2\s*条留痕/)
  await audit.getByRole('link', { name: '撤销职务' }).click()
  await expectToSee(audit, '轮岗')
  await audit.keyboard.press('Escape')
  await audit.getByRole('button', { name: '核对是否完好' }).click()
  await expectToSee(audit, '3 条留痕全部完好')
})

test('the matrix says who may do what, also to a plain member of staff', async () => {
  const { county } = await plant(db)
  const system = await plantCaller(db, county, { office: 'systemAdministrator' })
  const { visit } = await openSite()
  const page = await visit('/accounts/matrix', system)
  await expectToSee(page, /授予职务/)
  const row = page.getByRole('row').filter({ hasText: '操作留痕' })
  expect(await row.getByRole('img', { name: '可以' }).count()).toBe(1)
})

test('an account is disabled with a reason and brought back', async () => {
  const { county, east, secretary, organizer } = await plant(db)
  const system = await plantCaller(db, county, { office: 'systemAdministrator' })
  const { accountId } = await plantLogin(east)
  const office = { office: 'officer', from: '2026-06-01' } as const
  await appoint(organizer, { accountId, organizationId: east.id, ...office })
  const { visit } = await openSite()
  const page = await visit(`/accounts?open=${accountId}`, system)

  await page.getByRole('button', { name: '停用', exact: true }).click()
  await page.getByLabel('原因').fill('离岗')
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).last().click()
  await page.getByRole('button', { name: '恢复' }).waitFor()
  await expectToSee(page, '已停用')
  const other = await visit(`/accounts?open=${accountId}`, secretary)
  await expectToSee(other, '已停用')
  expect(await other.getByRole('button', { name: '恢复' }).count()).toBe(0)
})
