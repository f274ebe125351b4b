import { siteChoices, siteTypes } from '@zhixing/contract/site-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type ListSearch = {
  type?: keyof typeof siteTypes
  only?: keyof typeof siteChoices
  text?: string
  page?: number
  open?: string
}

export const sitesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sites',
  validateSearch: ({ type, only, text, page, open }: Words): ListSearch => ({
    ...(isKey(type, siteTypes) ? { type } : {}),
    ...(isKey(only, siteChoices) ? { only } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./SitesPage.tsx'), 'SitesPage'),
})

export const siteMonthsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sites/months',
  validateSearch: ({ month, open }: Words): { month?: string; open?: string } => ({
    ...(typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./MonthsPage.tsx'), 'MonthsPage'),
})

export const siteCoverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sites/coverage',
  component: lazyRouteComponent(() => import('./SiteCoveragePage.tsx'), 'SiteCoveragePage'),
})

export const siteStaffRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sites/staff',
  validateSearch: ({ page }: Record<string, unknown>): { page?: number } =>
    typeof page === 'number' && page > 1 ? { page } : {},
  component: lazyRouteComponent(() => import('./StaffPage.tsx'), 'StaffPage'),
})

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const sitesPages = [sitesRoute, siteMonthsRoute, siteCoverageRoute, siteStaffRoute] as const
