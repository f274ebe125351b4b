import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const rollRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/roll/$unitId/$activityId',
  component: lazyRouteComponent(() => import('./RollPage.tsx'), 'RollPage'),
})
