import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const dutiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/duties',
  component: lazyRouteComponent(() => import('./DutiesPage.tsx'), 'DutiesPage'),
})
