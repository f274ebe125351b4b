import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const campaignsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./CampaignsPage.tsx'), 'CampaignsPage'),
})

export const campaignOwedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId/$organizationId',
  component: lazyRouteComponent(() => import('./OwedPage.tsx'), 'OwedPage'),
})

export const campaignReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId/$organizationId/$returnFormId',
  component: lazyRouteComponent(() => import('./ReturnPage.tsx'), 'ReturnPage'),
})
