import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const materialsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/materials',
  component: lazyRouteComponent(() => import('./MaterialsPage.tsx'), 'MaterialsPage'),
})

export const parcelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/materials/issues',
  component: lazyRouteComponent(() => import('./ParcelsPage.tsx'), 'ParcelsPage'),
})
