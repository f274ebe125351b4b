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
]

/** A page of the console as the secretary sees it: as usual, in large type, on a narrow screen. */
function desk(name: string, path: string, as: Login = 'secretary'): Scene[] {
  return [
    { name, path, as },
    { name: `${name}-large`, path, as, large: true },
    { name: `${name}-narrow`, path, as, width: 390, height: 844 },
  ]
}

function phone(name: string, path: string): Scene[] {
  const page = { path, as: 'member', width: 390, height: 844 } as const
  return [
    { ...page, name },
    { ...page, name: `${name}-320`, width: 320, height: 640 },
    { ...page, name: `${name}-large`, large: true },
  ]
}
