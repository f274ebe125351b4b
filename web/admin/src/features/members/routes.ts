import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { readMembersSearch } from './members-search.ts'

export const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members',
  validateSearch: readMembersSearch,
  component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
})

export const newMemberRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/new',
  component: lazyRouteComponent(() => import('./NewMemberPage.tsx'), 'NewMemberPage'),
})

const doings = ['change', 'move', 'leave', 'excuse', 'tag', 'profile', 'grow'] as const
export type Doing = (typeof doings)[number]

export const memberRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/$unitId/$memberId',
  validateSearch: (raw: Record<string, unknown>): { doing?: Doing } => {
    const doing = doings.find((one) => one === raw['doing'])
    return doing ? { doing } : {}
  },
  component: lazyRouteComponent(() => import('./member/MemberPage.tsx'), 'MemberPage'),
})

export const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/import',
  component: lazyRouteComponent(() => import('./import/ImportsPage.tsx'), 'ImportsPage'),
})

const previews = ['all', 'good', 'wrong', 'duplicate', 'kept'] as const
export type ImportSearch = {
  show?: (typeof previews)[number]
  page?: number
  part?: 'columns' | 'branches'
}

export const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/import/$unitId/$importId',
  validateSearch: (raw: Record<string, unknown>): ImportSearch => {
    const show = previews.find((one) => one === raw['show'])
    const part = (['columns', 'branches'] as const).find((one) => one === raw['part'])
    return {
      ...(show ? { show } : {}),
      ...(part ? { part } : {}),
      ...(typeof raw['page'] === 'number' && raw['page'] > 1 ? { page: raw['page'] } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
})

export const membersPages = [
  membersRoute,
  newMemberRoute,
  memberRoute,
  importsRoute,
  importRoute,
] as const
