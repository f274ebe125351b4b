import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const outreachRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outreach',
  component: lazyRouteComponent(() => import('./RoundsPage.tsx'), 'RoundsPage'),
})

export const stopRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outreach/$roundId/$memberId',
  component: lazyRouteComponent(() => import('./StopPage.tsx'), 'StopPage'),
})

type CaptureSearch = { members?: string; edit?: string }

export const captureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outreach/$roundId/capture',
  validateSearch: ({ members, edit }: Record<string, unknown>): CaptureSearch => ({
    ...(typeof members === 'string' ? { members } : {}),
    ...(typeof edit === 'string' ? { edit } : {}),
  }),
  component: lazyRouteComponent(() => import('./CapturePage.tsx'), 'CapturePage'),
})

export const deliveriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me/deliveries',
  component: lazyRouteComponent(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
})
