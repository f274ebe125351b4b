import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const mentoringRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mentoring',
  component: lazyRouteComponent(() => import('./MentoringPage.tsx'), 'MentoringPage'),
})
