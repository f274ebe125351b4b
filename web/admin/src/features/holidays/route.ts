import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

/** The year whose form is open. */
export type HolidaysSearch = { year?: number }

export const holidaysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/holidays',
  validateSearch: ({ year }: Record<string, unknown>): HolidaysSearch =>
    Number.isInteger(year) ? { year: Number(year) } : {},
  component: lazyRouteComponent(() => import('./HolidaysPage.tsx'), 'HolidaysPage'),
})
