import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

type Search = { kind?: 'lecturer' | 'room' | 'base'; open?: string }

export const resourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/resources',
  validateSearch: ({ kind, open }: Record<string, unknown>): Search => ({
    ...(kind === 'lecturer' || kind === 'room' || kind === 'base' ? { kind } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./ResourcesPage.tsx'), 'ResourcesPage'),
})

export const resourceOrdersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/resources/orders',
  component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
})

/** Where messages about courseware lead. */
export const resourceHouseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/resources/house',
  validateSearch: ({ open }: Record<string, unknown>): { open?: string } =>
    typeof open === 'string' ? { open } : {},
  component: lazyRouteComponent(() => import('./HousePage.tsx'), 'HousePage'),
})
