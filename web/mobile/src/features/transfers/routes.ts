import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const transfersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/transfers',
  component: lazyRouteComponent(() => import('./TransfersPage.tsx'), 'TransfersPage'),
})
