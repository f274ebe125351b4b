import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const ballotsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ballots',
  component: lazyRouteComponent(() => import('./BallotsPage.tsx'), 'BallotsPage'),
})

export const ballotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ballots/$unitId/$ballotId',
  component: lazyRouteComponent(() => import('./BallotPage.tsx'), 'BallotPage'),
})

export const countRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ballots/$unitId/$ballotId/count',
  component: lazyRouteComponent(() => import('./CountPage.tsx'), 'CountPage'),
})
