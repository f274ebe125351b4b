import { desk, openLine, press } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** Accounts, rules and traces, and what stands around every page. */
export const office: readonly Scene[] = [
  { name: 'login', path: '/login' },
  { name: 'login-narrow', path: '/login', width: 390, height: 844 },
  { name: 'login-first', path: '/login', act: press(/第一次登录/) },
  { name: 'found', path: '/found' },
  ...desk('account', '/account'),
  ...desk('accounts', '/accounts', 'system'),
  ...desk('accounts-open', '/accounts', 'security', openLine()),
  ...desk('matrix', '/accounts/matrix', 'security'),
  ...desk('audit', '/audit', 'auditor'),
  ...desk('audit-open', '/audit', 'auditor', openLine()),
  ...desk('holidays', '/holidays'),
  ...desk('holidays-write', '/holidays?year=2027', 'organizer'),
  ...desk('rules', '/rules', 'organizer'),
  ...desk('rules-open', '/rules?open=hours.member.year', 'organizer'),
  ...desk('rules-tighten', '/rules?open=hours.member.year', 'organizer', press(/从严设定/)),
  { name: 'rules-nothing', path: '/rules?text=没有这个', as: 'secretary' },
  { name: 'inbox', path: '/', as: 'secretary', act: press(/收件箱/) },
  { name: 'menu-narrow', path: '/', as: 'secretary', width: 390, height: 844, act: press('菜单') },
  { name: 'not-found', path: '/no/such/page', as: 'secretary' },
  { name: 'no-right', path: '/audit', as: 'secretary' },
]
