import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>
type ListSearch = { adding?: boolean }
type Search = { part?: string; open?: string; state?: string; page?: number }

export const campaignsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns',
  validateSearch: ({ adding }: Raw): ListSearch => (adding === true ? { adding } : {}),
  component: lazyRouteComponent(() => import('./CampaignsPage.tsx'), 'CampaignsPage'),
})

export const campaignRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/$campaignId',
  validateSearch: ({ part, open, state, page }: Raw): Search => ({
    ...(typeof part === 'string' ? { part } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof state === 'string' ? { state } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
  }),
  component: lazyRouteComponent(() => import('./CampaignPage.tsx'), 'CampaignPage'),
})

export const campaignsPages = [campaignsRoute, campaignRoute] as const
