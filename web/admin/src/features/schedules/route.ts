import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

/** From which month, for how many, and which branch is open. */
export type ScheduleSearch = { month?: string; months?: number; open?: string }

export const scheduleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/schedule',
  validateSearch: ({ month, months, open }: Record<string, unknown>): ScheduleSearch => ({
    ...(typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? { month } : {}),
    ...(months === 1 || months === 3 || months === 12 ? { months } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./SchedulePage.tsx'), 'SchedulePage'),
})
