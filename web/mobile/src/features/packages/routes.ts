import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const packagesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/packages',
  component: lazyRouteComponent(() => import('./PackagesPage.tsx'), 'PackagesPage'),
})

export const packageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/packages/$unitId/$packageId',
  component: lazyRouteComponent(() => import('./PackagePage.tsx'), 'PackagePage'),
})

export const lessonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/packages/$unitId/$packageId/$lesson',
  component: lazyRouteComponent(() => import('./LessonPage.tsx'), 'LessonPage'),
})
