import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type TopicsSearch = { page?: number; open?: string }

export const topicsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/topics',
  validateSearch: ({ page, open }: Record<string, unknown>): TopicsSearch => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./TopicsPage.tsx'), 'TopicsPage'),
})
