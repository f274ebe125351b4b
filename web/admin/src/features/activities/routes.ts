import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, shellRoute } from '../../app/root-route.ts'

export const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/$unitId/$activityId',
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
})

/** For a projector: outside the shell. */
export const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screen/$unitId/$activityId',
  component: lazyRouteComponent(() => import('./wall/WallPage.tsx'), 'WallPage'),
})
