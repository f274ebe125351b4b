import { planKinds } from '@zhixing/contract/plan-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>

type PlansSearch = { kind?: keyof typeof planKinds; adding?: boolean }
type YearSearch = { year?: number }
type PlanSearch = { part?: string; open?: string; year?: number }
type PoliciesSearch = { all?: boolean; open?: string; adding?: boolean }

const yearOf = ({ year }: Raw): YearSearch => (typeof year === 'number' ? { year } : {})
const openOf = ({ open }: Raw) => (typeof open === 'string' ? { open } : {})

export const plansRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans',
  validateSearch: ({ kind, adding }: Raw): PlansSearch => ({
    ...(isKind(kind) ? { kind } : {}),
    ...(adding === true ? { adding } : {}),
  }),
  component: lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
})

export const planRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans/$unitId/$planId',
  validateSearch: (raw: Raw): PlanSearch => ({
    ...(typeof raw['part'] === 'string' ? { part: raw['part'] } : {}),
    ...openOf(raw),
    ...yearOf(raw),
  }),
  component: lazyRouteComponent(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
})

export const planCalendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans/calendar',
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
})

export const curriculumRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans/curriculum',
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('./CurriculumPage.tsx'), 'CurriculumPage'),
})

export const overlapsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans/overlaps',
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('./OverlapsPage.tsx'), 'OverlapsPage'),
})

export const deliveryModesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans/modes',
  component: lazyRouteComponent(() => import('./ModesPage.tsx'), 'ModesPage'),
})

export const policiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plans/policies',
  validateSearch: (raw: Raw): PoliciesSearch => ({
    ...(raw['all'] === true ? { all: true } : {}),
    ...(raw['adding'] === true ? { adding: true } : {}),
    ...openOf(raw),
  }),
  component: lazyRouteComponent(() => import('./PoliciesPage.tsx'), 'PoliciesPage'),
})

function isKind(value: unknown): value is keyof typeof planKinds {
  return typeof value === 'string' && value in planKinds
}

export const plansPages = [
  plansRoute,
  planCalendarRoute,
  curriculumRoute,
  overlapsRoute,
  deliveryModesRoute,
  policiesRoute,
  planRoute,
] as const
