import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { askedSearch, boardSearch } from './search.ts'

export const requirementsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requirements',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
})

export const requirementOrganizationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requirements/organizations',
  validateSearch: askedSearch,
  component: lazyRouteComponent(() => import('./OrganizationsPage.tsx'), 'OrganizationsPage'),
})

export const gapsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requirements/gaps',
  validateSearch: askedSearch,
  component: lazyRouteComponent(() => import('./GapsPage.tsx'), 'GapsPage'),
})

type OnlineSearch = { month?: string; lacking?: boolean; page?: number }

export const onlineRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requirements/online',
  validateSearch: ({ month, lacking, page }: Record<string, unknown>): OnlineSearch => ({
    ...(typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? { month } : {}),
    ...(lacking === true ? { lacking } : {}),
    ...(typeof page === 'number' && page > 1 ? { page } : {}),
  }),
  component: lazyRouteComponent(() => import('./OnlinePage.tsx'), 'OnlinePage'),
})

type PageSearch = { page?: number; text?: string }

const pageSearch = ({ page, text }: Record<string, unknown>): PageSearch => ({
  ...(typeof page === 'number' && page > 1 ? { page } : {}),
  ...(typeof text === 'string' && text !== '' ? { text } : {}),
})

export const proposalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requirements/proposals',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./proposals/ProposalsPage.tsx'), 'ProposalsPage'),
})

export const proposalRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requirements/proposals/$unitId/$proposalId',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./proposals/ProposalPage.tsx'), 'ProposalPage'),
})

export const requirementsPages = [
  requirementsRoute,
  requirementOrganizationsRoute,
  gapsRoute,
  proposalsRoute,
  proposalRoute,
  onlineRoute,
] as const
