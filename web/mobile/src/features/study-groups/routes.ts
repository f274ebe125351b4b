import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const studyGroupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/study-groups',
  component: lazyRouteComponent(() => import('./StudyGroupsPage.tsx'), 'StudyGroupsPage'),
})

/** Where the reminder of a report leads at the desk; in the hand it is the same page. */
export const studySessionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/study-groups/sessions',
  component: lazyRouteComponent(() => import('./StudyGroupsPage.tsx'), 'StudyGroupsPage'),
})

export const observeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/observe',
  component: lazyRouteComponent(() => import('./ObservePage.tsx'), 'ObservePage'),
})

export const observeOneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/observe/$observationId',
  component: lazyRouteComponent(() => import('./SheetPage.tsx'), 'SheetPage'),
})
