import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const duesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dues',
  component: lazyRouteComponent(() => import('./DuesPage.tsx'), 'DuesPage'),
})

export const collectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dues/collect',
  component: lazyRouteComponent(() => import('./CollectPage.tsx'), 'CollectPage'),
})
