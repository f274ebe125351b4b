import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const readingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reading',
  component: lazyRouteComponent(() => import('./ReadingPage.tsx'), 'ReadingPage'),
})
