import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export type CockpitSearch = { open?: string; page?: number; text?: string }

export const cockpitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cockpit',
  validateSearch: (raw: Record<string, unknown>): CockpitSearch => ({
    ...(typeof raw['open'] === 'string' ? { open: raw['open'] } : {}),
    ...(typeof raw['page'] === 'number' ? { page: raw['page'] } : {}),
    ...(typeof raw['text'] === 'string' ? { text: raw['text'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./CockpitPage.tsx'), 'CockpitPage'),
})
