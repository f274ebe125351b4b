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
