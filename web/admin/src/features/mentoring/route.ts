import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Search = { page?: number; open?: string; show?: 'placements' }

export const mentoringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mentoring',
  validateSearch: ({ page, open, show }: Record<string, unknown>): Search => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(show === 'placements' ? { show } : {}),
  }),
  component: lazyRouteComponent(() => import('./MentoringPage.tsx'), 'MentoringPage'),
})
