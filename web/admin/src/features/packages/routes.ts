import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Search = { page?: number; open?: string; job?: string; text?: string }

export const packagesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/packages',
  validateSearch: ({ page, open, job, text }: Record<string, unknown>): Search => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof job === 'string' ? { job } : {}),
    ...(typeof text === 'string' && text ? { text } : {}),
  }),
  component: lazyRouteComponent(() => import('./PackagesPage.tsx'), 'PackagesPage'),
})
