import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const talksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/talks',
  component: lazyRouteComponent(() => import('./TalksPage.tsx'), 'TalksPage'),
})
