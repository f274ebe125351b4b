import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

const acts = [
  'found',
  'change',
  'move',
  'merge',
  'split',
  'elect',
  'extend',
  'appoint',
  'asOf',
] as const
export type OrganizationAct = (typeof acts)[number]

export type OrganizationsSearch = {
  /** The organization that is looked at; without it, where the reader stands. */
  open?: string
  /** The form or panel that is open beside it. */
  act?: OrganizationAct
  /** The set-up check by which the list below is narrowed. */
  code?: string
  page?: number
}

export const organizationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organizations',
  validateSearch: (raw: Record<string, unknown>): OrganizationsSearch => {
    const act = acts.find((one) => one === raw['act'])
    return {
      ...(typeof raw['open'] === 'string' ? { open: raw['open'] } : {}),
      ...(act ? { act } : {}),
      ...(typeof raw['code'] === 'string' ? { code: raw['code'] } : {}),
      ...(typeof raw['page'] === 'number' ? { page: raw['page'] } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./OrganizationsPage.tsx'), 'OrganizationsPage'),
})
