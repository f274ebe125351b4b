import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type NoticesSearch = { page?: number; open?: string }

export const noticesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/notices',
  validateSearch: ({ page, open }: Record<string, unknown>): NoticesSearch => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
})
