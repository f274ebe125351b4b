import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>

function listed({ page, open, text }: Raw): { page?: number; open?: string; text?: string } {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
  }
}

export const outreachDueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outreach',
  validateSearch: (raw: Raw): ReturnType<typeof listed> & { show?: 'all' } => ({
    ...listed(raw),
    ...(raw['show'] === 'all' ? { show: 'all' } : {}),
  }),
  component: lazyRouteComponent(() => import('./due/DuePage.tsx'), 'DuePage'),
})

export const outreachRoundsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outreach/rounds',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./rounds/RoundsPage.tsx'), 'RoundsPage'),
})

export const outreachRoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outreach/rounds/$unitId/$roundId',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./rounds/RoundPage.tsx'), 'RoundPage'),
})

export const outreachPacksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outreach/packs',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./packs/PacksPage.tsx'), 'PacksPage'),
})

export const outreachCoverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outreach/coverage',
  component: lazyRouteComponent(() => import('./coverage/CoveragePage.tsx'), 'CoveragePage'),
})

export const outreachPages = [
  outreachDueRoute,
  outreachRoundsRoute,
  outreachRoundRoute,
  outreachPacksRoute,
  outreachCoverageRoute,
] as const
