import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { frequencySearch, listSearch, monthSearch, newSearch, regularitySearch } from './search.ts'

export const monthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/month',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./MonthPage.tsx'), 'MonthPage'),
})

export const newMeetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/new',
  validateSearch: newSearch,
  component: lazyRouteComponent(
    () => import('../activities/plan/NewActivityPage.tsx'),
    'NewActivityPage',
  ),
})

export const meetingListRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/list',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})

export const frequencyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/frequency',
  validateSearch: frequencySearch,
  component: lazyRouteComponent(() => import('./FrequencyPage.tsx'), 'FrequencyPage'),
})

export const regularityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/regularity',
  validateSearch: regularitySearch,
  component: lazyRouteComponent(() => import('./RegularityPage.tsx'), 'RegularityPage'),
})

export const meetingsPages = [
  monthRoute,
  newMeetingRoute,
  meetingListRoute,
  regularityRoute,
  frequencyRoute,
] as const
