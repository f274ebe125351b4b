import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Search = { page?: number; open?: string }

export const ballotsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ballots',
  validateSearch: ({ page, open }: Record<string, unknown>): Search => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./BallotsPage.tsx'), 'BallotsPage'),
})
