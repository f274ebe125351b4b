import type { Page } from 'playwright-core'

/** Accounts of the demonstration county; without one, somebody who has not signed in. */
type Login = 'organizer' | 'clerk' | 'secretary' | 'officer' | 'member' | 'system' | 'auditor'

export type Scene = {
  readonly name: string
  readonly path: string
  readonly as?: Login
  readonly width?: number
  readonly height?: number
  readonly large?: boolean
  readonly act?: (page: Page) => Promise<void>
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
}

/** Opens the first line of the list that the scene shows. */
const openFirst = async (page: Page) => {
  await page.locator('main [data-line]').first().click()
}

/** Every state worth a look; pictures, axe and people walk through the same list. */
export const scenes: readonly Scene[] = [
  { name: 'login', path: '/login' },
  { name: 'login-first', path: '/login', act: press(/第一次登录/) },
  ...desk('home', '/'),
  ...desk('requirements', '/requirements'),
  {
    name: 'requirements-derivation',
    path: '/requirements',
    as: 'secretary',
    act: (page) => page.locator('[data-line]').first().click(),
  },
  { name: 'requirements-county', path: '/requirements', as: 'organizer' },
  { name: 'requirements-organizations', path: '/requirements/organizations', as: 'organizer' },
  { name: 'requirements-times', path: '/requirements?requirement=newMember', as: 'organizer' },
  ...desk('gaps', '/requirements/gaps', 'organizer'),
  { name: 'home-county', path: '/', as: 'organizer' },
  ...desk('reports', '/reports'),
  ...desk('report', '/reports', 'secretary', openReport),
  ...desk('report-figure', '/reports', 'secretary', openFigure),
  ...desk('report-edit', '/reports', 'secretary', openEditor),
  { name: 'report-county', path: '/reports', as: 'organizer', act: openReport },
  ...desk('month', '/meetings/month'),
  ...desk('meetings', '/meetings/list'),
  { name: 'record', path: '/meetings/list', as: 'secretary', act: openFirst },
  ...desk('frequency', '/meetings/frequency', 'organizer'),
  ...desk('notices', '/notices'),
  ...desk('members', '/members', 'organizer'),
  { name: 'member', path: '/members', as: 'secretary', act: openFirst },
  { name: 'import', path: '/members/import', as: 'organizer' },
  ...desk('accounts', '/accounts', 'system'),
  { name: 'matrix', path: '/accounts/matrix', as: 'system' },
  ...desk('audit', '/audit', 'auditor'),
  ...desk('account', '/account'),
  ...desk('organizations', '/organizations', 'organizer'),
  ...desk('organizations-branch', '/organizations'),
  { name: 'organizations-found', path: '/organizations?act=found', as: 'organizer' },
  { name: 'organizations-elect', path: '/organizations?act=elect', as: 'organizer' },
  {
    name: 'organizations-search',
    path: '/organizations',
    as: 'organizer',
    act: async (page) => {
      await page.getByLabel('查找党组织').fill('ht')
      await page.waitForTimeout(700)
    },
  },
  ...desk('rules', '/rules', 'organizer'),
  { name: 'rules-open', path: '/rules?open=hours.member.year', as: 'organizer' },
  {
    name: 'rules-tighten',
    path: '/rules?open=hours.member.year',
    as: 'organizer',
    act: press(/从严设定/),
  },
  { name: 'rules-nothing', path: '/rules?text=没有这个', as: 'secretary' },
  { name: 'inbox', path: '/', as: 'secretary', act: press(/收件箱/) },
  { name: 'menu-narrow', path: '/', as: 'secretary', width: 390, height: 844, act: press('菜单') },
  { name: 'not-found', path: '/no/such/page', as: 'secretary' },
  { name: 'phone-login', path: '/m/login', width: 390, height: 844 },
  ...phone('phone-today', '/m/'),
  ...phone('phone-me', '/m/me'),
  ...phone('phone-hours', '/m/me/hours'),
  ...phone('phone-activities', '/m/activities'),
  ...phone('phone-inbox', '/m/inbox'),
]

/** A page of the console as the secretary sees it: as usual, in large type, on a narrow screen. */
function desk(
  name: string,
  path: string,
  as: Login = 'secretary',
  act: (page: Page) => Promise<void> = async () => undefined,
): Scene[] {
  return [
    { name, path, as, act },
    { name: `${name}-large`, path, as, act, large: true },
    { name: `${name}-narrow`, path, as, act, width: 390, height: 844 },
  ]
}

/** This year's report, drafted by the first scene that needs it. */
async function openReport(page: Page): Promise<void> {
  const draft = page.getByRole('button', { name: /^起草/ })
  const report = page.getByRole('link', { name: /工作情况的汇报$/ })
  await ((await report.count()) ? report : draft).first().click()
  await page.locator('article').waitFor()
}

async function openFigure(page: Page): Promise<void> {
  await openReport(page)
  await page.locator('article a').first().click()
  await page
    .getByText(/^共 \d/)
    .first()
    .waitFor()
}

async function openEditor(page: Page): Promise<void> {
  await openReport(page)
  await page
    .getByRole('link', { name: '修改正文' })
    .or(page.getByRole('button', { name: '修改正文' }))
    .first()
    .click()
  await page.getByRole('textbox').first().waitFor()
}

function phone(name: string, path: string): Scene[] {
  const page = { path, as: 'member', width: 390, height: 844 } as const
  return [
    { ...page, name },
    { ...page, name: `${name}-320`, width: 320, height: 640 },
    { ...page, name: `${name}-large`, large: true },
  ]
}
