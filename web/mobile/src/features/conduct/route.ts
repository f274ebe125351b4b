import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const conductRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conduct',
  component: lazyRouteComponent(() => import('./ConductPage.tsx'), 'ConductPage'),
})
