import { desk, phone } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** Every page before there is anything on it: the branch was founded a moment ago, nobody is in it. */
export const empty: readonly Scene[] = [
  ...Object.entries({
    home: '/',
    requirements: '/requirements',
    organizations: '/requirements/organizations',
    gaps: '/requirements/gaps',
    month: '/meetings/month',
    list: '/meetings/list',
    frequency: '/meetings/frequency',
    plan: '/meetings/new?kind=themeDay',
    notices: '/notices',
    branch: '/organizations',
    members: '/members',
    imports: '/members/import',
    cockpit: '/cockpit',
    reports: '/reports',
    rules: '/rules',
    accounts: '/accounts',
  }).flatMap(([name, path]) => desk(`empty-${name}`, path, 'newcomer')),
  ...Object.entries({
    today: '/m/',
    activities: '/m/activities',
    inbox: '/m/inbox',
    me: '/m/me',
    hours: '/m/me/hours',
    record: '/m/me/record',
  }).flatMap(([name, path]) => phone(`empty-phone-${name}`, path, 'newcomer')),
]
