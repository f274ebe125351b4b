import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const toursRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tours',
  component: lazyRouteComponent(() => import('./ToursPage.tsx'), 'ToursPage'),
})
