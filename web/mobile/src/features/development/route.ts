import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const developmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/development',
  component: lazyRouteComponent(() => import('./DevelopmentPage.tsx'), 'DevelopmentPage'),
})
