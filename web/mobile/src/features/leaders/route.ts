import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const leadersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leaders',
  component: lazyRouteComponent(() => import('./LeadersPage.tsx'), 'LeadersPage'),
})
