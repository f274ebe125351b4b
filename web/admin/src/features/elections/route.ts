import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Search = { page?: number; open?: string }

export const electionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/elections',
  validateSearch: ({ page, open }: Record<string, unknown>): Search => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./ElectionsPage.tsx'), 'ElectionsPage'),
})
