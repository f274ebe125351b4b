import { dutyLevels, dutyStates } from '@zhixing/contract/duty-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>

type SheetSearch = { year?: number; open?: string }

export const dutiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duties',
  validateSearch: ({ year, open }: Words): SheetSearch => ({
    ...yearOf(year),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./DutiesPage.tsx'), 'DutiesPage'),
})

type BelowSearch = {
  year?: number
  level?: keyof typeof dutyLevels
  state?: keyof typeof dutyStates
  page?: number
}

export const dutiesBelowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duties/below',
  validateSearch: ({ year, level, state, page }: Words): BelowSearch => ({
    ...yearOf(year),
    ...(isKey(level, dutyLevels) ? { level } : {}),
    ...(isKey(state, dutyStates) ? { state } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
  }),
  component: lazyRouteComponent(() => import('./BelowPage.tsx'), 'BelowPage'),
})

type TemplatesSearch = { open?: string }

export const dutyTemplatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duties/templates',
  validateSearch: ({ open }: Words): TemplatesSearch => (typeof open === 'string' ? { open } : {}),
  component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
})

function yearOf(year: unknown): { year?: number } {
  return Number.isInteger(year) ? { year: Number(year) } : {}
}

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const dutiesPages = [dutiesRoute, dutiesBelowRoute, dutyTemplatesRoute] as const
