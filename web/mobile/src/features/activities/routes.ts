import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, tabsRoute } from '../../app/root-route.ts'

export const activitiesRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/activities',
  component: lazyRouteComponent(() => import('./ActivitiesPage.tsx'), 'ActivitiesPage'),
})

export const activityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities/$unitId/$activityId',
  component: lazyRouteComponent(() => import('./ActivityPage.tsx'), 'ActivityPage'),
})

export const newActivityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities/new',
  component: lazyRouteComponent(() => import('./NewActivityPage.tsx'), 'NewActivityPage'),
})
