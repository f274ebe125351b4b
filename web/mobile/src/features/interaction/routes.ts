import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const meetingFloorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/floor/activity/$unitId/$aboutId',
  component: lazyRouteComponent(() => import('./FloorPage.tsx'), 'MeetingFloorPage'),
})

export const courseFloorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/floor/course/$unitId/$aboutId',
  component: lazyRouteComponent(() => import('./FloorPage.tsx'), 'CourseFloorPage'),
})
