import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, shellRoute } from '../../app/root-route.ts'

export type LoginSearch = { back?: string }

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (raw: Record<string, unknown>): LoginSearch =>
    typeof raw['back'] === 'string' ? { back: raw['back'] } : {},
  component: lazyRouteComponent(() => import('./LoginPage.tsx'), 'LoginPage'),
})

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})
