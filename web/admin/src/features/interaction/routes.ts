import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

/** For a projector: outside the shell. */
export const meetingFloorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screen/floor/activity/$unitId/$aboutId',
  component: lazyRouteComponent(() => import('./FloorWallPage.tsx'), 'MeetingWallPage'),
})

export const courseFloorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screen/floor/course/$unitId/$aboutId',
  component: lazyRouteComponent(() => import('./FloorWallPage.tsx'), 'CourseWallPage'),
})
