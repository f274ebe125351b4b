import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type ReadingSearch = { page?: number; open?: string }

export const readingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reading',
  validateSearch: ({ page, open }: Record<string, unknown>): ReadingSearch => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./ReadingPage.tsx'), 'ReadingPage'),
})
