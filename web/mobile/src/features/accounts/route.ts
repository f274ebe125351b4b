import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

type LoginSearch = { back?: string }

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (raw: Record<string, unknown>): LoginSearch =>
    typeof raw['back'] === 'string' ? { back: raw['back'] } : {},
  component: lazyRouteComponent(() => import('./LoginPage.tsx'), 'LoginPage'),
})
