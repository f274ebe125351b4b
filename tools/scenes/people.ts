import type { Page } from 'playwright-core'
import { desk, openLine, phone, press } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** Organizations, members, and how they came in. */
export const people: readonly Scene[] = [
  ...desk('organizations', '/organizations', 'organizer'),
  ...desk('organizations-branch', '/organizations'),
  ...desk('organizations-found', '/organizations?act=found', 'organizer'),
  ...desk('organizations-elect', '/organizations?act=elect', 'organizer'),
  {
    name: 'organizations-search',
    path: '/organizations',
    as: 'organizer',
    act: async (page) => {
      await page.getByLabel('查找党组织').fill('ht')
      await page.waitForTimeout(700)
    },
  },
  ...desk('members', '/members'),
  ...desk('members-county', '/members', 'organizer'),
  { name: 'members-nothing', path: '/members?text=没有这个人', as: 'secretary' },
  ...desk('member', '/members', 'secretary', openLine()),
  ...desk('member-new', '/members/new'),
  ...desk('development', '/development'),
  ...desk('development-county', '/development', 'organizer'),
  ...desk('development-case', '/development', 'secretary', openLine()),
  ...desk('development-register', '/development?adding=true'),
  ...desk('development-plan', '/development/plan', 'organizer'),
  ...desk('development-reserve', '/development/reserve'),
  ...desk('development-compare', '/development/compare'),
  ...desk('development-pond', '/development/pond'),
  ...desk('development-events', '/development/events'),
  ...desk('development-joint', '/development/joint', 'organizer'),
  { name: 'development-practice', path: '/development/plan?open=practice', as: 'organizer' },
  ...phone('phone-cultivating', '/m/development', 'member'),
  ...phone('phone-development', '/m/development', 'secretary'),
  ...phone('phone-applicant', '/m/development', 'applicant'),
  ...desk('floating', '/floating'),
  ...desk('floating-county', '/floating', 'organizer'),
  ...desk('floating-member', '/floating', 'organizer', openLine()),
  { name: 'floating-incoming', path: '/floating/incoming', as: 'secretary' },
  { name: 'floating-census', path: '/floating/census', as: 'organizer' },
  { name: 'floating-lost', path: '/floating/lost', as: 'organizer' },
  { name: 'floating-groups', path: '/floating/groups', as: 'organizer' },
  { name: 'floating-tasks', path: '/floating/tasks', as: 'organizer' },
  ...desk('transfers', '/transfers'),
  ...desk('transfers-county', '/transfers?show=pocket', 'organizer'),
  ...desk('transfer', '/transfers', 'secretary', openLine()),
  ...desk('transfer-out', '/transfers?doing=out'),
  ...desk('transfer-in', '/transfers?doing=in'),
  ...phone('phone-transfers', '/m/transfers'),
  ...desk('audiences', '/audiences', 'organizer'),
  ...desk('audience-new', '/audiences?open=new', 'organizer'),
  ...desk('watches', '/audiences/watches', 'organizer'),
  { name: 'watch', path: '/audiences/watches', as: 'organizer', act: openLine() },
  ...desk('imports', '/members/import'),
  ...desk('import-preview', '/members/import', 'secretary', uploadRoster),
  ...desk('import-columns', '/members/import', 'secretary', openPart('列的对应')),
  ...desk('import-branches', '/members/import', 'secretary', openPart('支部写法')),
  ...desk('roles', '/roles'),
  { name: 'roles-voluntary', path: '/roles?kind=noPost', as: 'secretary' },
  ...desk('talks', '/talks'),
  {
    name: 'talks-reasons',
    path: '/talks',
    as: 'secretary',
    act: (page) => page.locator('[data-line]').first().click(),
  },
  { name: 'talks-list', path: '/talks/list', as: 'organizer' },
  ...desk('duties', '/duties'),
  { name: 'duties-below', path: '/duties/below', as: 'organizer' },
  { name: 'duties-templates', path: '/duties/templates', as: 'organizer' },
]

/** Three people who cannot exist: one right, one whose number does not add up, one of an unknown branch. */
const roster = [
  '姓名,公民身份号码,性别,出生日期,人员类别,入党日期,转正日期,所在党支部',
  '试样甲,990000198503157313,男,1985-03-15,正式党员,2010-07-01,2011-07-01,荷塘村党支部',
  '试样乙,990000199001010000,女,1990-01-01,正式党员,2012-07-01,2013-07-01,荷塘村党支部',
  '试样丙,990000197206184820,女,1972-06-18,正式党员,2001-07-01,2002-07-01,没有这个党支部',
].join('\n')

async function uploadRoster(page: Page): Promise<void> {
  const file = { name: '试样名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByText(/^读到/).first().waitFor()
}

function openPart(name: string) {
  return async (page: Page) => {
    await uploadRoster(page)
    await press(name)(page)
  }
}
