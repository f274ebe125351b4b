import { cohorts } from '@zhixing/contract/words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>

function listed({ page, open }: Raw): { page?: number; open?: string } {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

export const toursRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tours',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./RequestsPage.tsx'), 'RequestsPage'),
})

export const offersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tours/offers',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./OffersPage.tsx'), 'OffersPage'),
})

export const tripsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tours/trips',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./TripsPage.tsx'), 'TripsPage'),
})

export const seriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tours/series',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./SeriesPage.tsx'), 'SeriesPage'),
})

export const toursCoverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tours/coverage',
  validateSearch: ({ series }: Raw): { series?: string } =>
    typeof series === 'string' ? { series } : {},
  component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
})

export const modesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tours/modes',
  validateSearch: ({ cohort }: Raw): { cohort?: keyof typeof cohorts } => {
    const chosen = keysOf(cohorts).find((key) => key === cohort)
    return chosen ? { cohort: chosen } : {}
  },
  component: lazyRouteComponent(() => import('./ModesPage.tsx'), 'ModesPage'),
})

export const toursPages = [
  toursRoute,
  offersRoute,
  tripsRoute,
  seriesRoute,
  toursCoverageRoute,
  modesRoute,
] as const
