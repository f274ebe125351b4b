import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const appraisalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/appraisal',
  component: lazyRouteComponent(() => import('./AppraisalPage.tsx'), 'AppraisalPage'),
})

export const heartTalksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/appraisal/talks',
  component: lazyRouteComponent(() => import('./HeartTalksPage.tsx'), 'HeartTalksPage'),
})

export const shortcomingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/appraisal/shortcomings',
  component: lazyRouteComponent(() => import('./ShortcomingsPage.tsx'), 'ShortcomingsPage'),
})
