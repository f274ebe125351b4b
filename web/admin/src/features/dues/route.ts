import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Search = {
  year?: number
  month?: string
  page?: number
  open?: string
  kind?: string
}

function searchOf({ year, month, page, open, kind }: Record<string, unknown>): Search {
  return {
    ...(Number.isInteger(year) ? { year: Number(year) } : {}),
    ...(typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? { month } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
  }
}

export const duesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./DuesPage.tsx'), 'DuesPage'),
})

export const duesStatementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/statement',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./StatementPage.tsx'), 'StatementPage'),
})

export const duesMoneyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/money',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./MoneyPage.tsx'), 'MoneyPage'),
})

export const duesHardshipsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/hardships',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./HardshipsPage.tsx'), 'HardshipsPage'),
})

export const duesEntriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/entries',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./EntriesPage.tsx'), 'EntriesPage'),
})

export const duesPages = [
  duesRoute,
  duesStatementRoute,
  duesMoneyRoute,
  duesHardshipsRoute,
  duesEntriesRoute,
] as const
