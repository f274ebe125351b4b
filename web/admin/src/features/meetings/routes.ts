import { activityKinds } from '@zhixing/contract/words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { frequencySearch, listSearch, monthSearch } from './search.ts'

export type KindKey = keyof typeof activityKinds

export const monthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/month',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./MonthPage.tsx'), 'MonthPage'),
})

export const newMeetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/new',
  validateSearch: (
    raw: Record<string, unknown>,
  ): { kind: KindKey; month?: string; groupId?: string } => ({
    kind: isKind(raw['kind']) ? raw['kind'] : 'themeDay',
    ...(typeof raw['month'] === 'string' ? { month: raw['month'] } : {}),
    ...(typeof raw['groupId'] === 'string' ? { groupId: raw['groupId'] } : {}),
  }),
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

function isKind(value: unknown): value is KindKey {
  return typeof value === 'string' && value in activityKinds
}
