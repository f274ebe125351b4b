import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type AudienceSearch = { open?: string; page?: number }

const readSearch = ({ open, page }: Record<string, unknown>): AudienceSearch => ({
  ...(typeof open === 'string' ? { open } : {}),
  ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
})

export const audiencesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audiences',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./AudiencesPage.tsx'), 'AudiencesPage'),
})

export const watchesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audiences/watches',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./WatchesPage.tsx'), 'WatchesPage'),
})

export const audiencePages = [audiencesRoute, watchesRoute] as const
