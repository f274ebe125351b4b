import { requirementNames } from '@zhixing/contract/learning-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, tabsRoute } from '../../app/root-route.ts'

export const meRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./MePage.tsx'), 'MePage'),
})

type HoursSearch = { requirement?: keyof typeof requirementNames }

export const hoursRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me/hours',
  validateSearch: ({ requirement }: Record<string, unknown>): HoursSearch =>
    isRequirement(requirement) ? { requirement } : {},
  component: lazyRouteComponent(() => import('./HoursPage.tsx'), 'HoursPage'),
})

function isRequirement(value: unknown): value is keyof typeof requirementNames {
  return typeof value === 'string' && value in requirementNames
}

export const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me/record',
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
})

export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me/account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

export const keptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me/kept',
  component: lazyRouteComponent(() => import('./KeptPage.tsx'), 'KeptPage'),
})
