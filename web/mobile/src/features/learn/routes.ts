import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, tabsRoute } from '../../app/root-route.ts'

export const learnRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/learn',
  component: lazyRouteComponent(() => import('./LearnPage.tsx'), 'LearnPage'),
})

export const courseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/learn/$courseId',
  component: lazyRouteComponent(() => import('./CoursePage.tsx'), 'CoursePage'),
})

export const microRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/micro',
  component: lazyRouteComponent(() => import('./MicroPage.tsx'), 'MicroPage'),
})
