import { studyStates } from '@zhixing/contract/study-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>
type Listed = { page?: number; open?: string; year?: number; text?: string }

function listed({ page, open, year, text }: Raw): Listed {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(Number.isInteger(year) ? { year: Number(year) } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
  }
}

export const studyGroupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/study-groups',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./GroupsPage.tsx'), 'GroupsPage'),
})

export const studySessionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/study-groups/sessions',
  validateSearch: (raw: Raw): Listed & { state?: keyof typeof studyStates } => {
    const state = keysOf(studyStates).find((key) => key === raw.state)
    return { ...listed(raw), ...(state ? { state } : {}) }
  },
  component: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
})

export const studyObserversRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/study-groups/observers',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./ObserversPage.tsx'), 'ObserversPage'),
})

export const studyBulletinsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/study-groups/bulletins',
  component: lazyRouteComponent(() => import('./BulletinsPage.tsx'), 'BulletinsPage'),
})

export const studyGroupRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/study-groups/$unitId/$groupId',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./GroupPage.tsx'), 'GroupPage'),
})

const observeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/observe',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./ObservePage.tsx'), 'ObservePage'),
})

export const studyGroupsPages = [
  observeRoute,
  studyGroupsRoute,
  studySessionsRoute,
  studyObserversRoute,
  studyBulletinsRoute,
  studyGroupRoute,
] as const
