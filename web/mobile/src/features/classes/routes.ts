import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const classesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/classes',
  component: lazyRouteComponent(() => import('./ClassesPage.tsx'), 'ClassesPage'),
})

export const classRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/classes/$unitId/$classId',
  component: lazyRouteComponent(() => import('./ClassPage.tsx'), 'ClassPage'),
})
