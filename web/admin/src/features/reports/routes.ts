import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

const states = ['draft', 'signed', 'edited', 'submitted'] as const

export type ReportsSearch = { year?: number; state?: (typeof states)[number]; page?: number }
export type ReportSearch = { figure?: string; page?: number; text?: string; editing?: boolean }

export const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  validateSearch: (raw: Record<string, unknown>): ReportsSearch => {
    const state = states.find((one) => one === raw['state'])
    return {
      ...(typeof raw['year'] === 'number' ? { year: raw['year'] } : {}),
      ...(state ? { state } : {}),
      ...(typeof raw['page'] === 'number' ? { page: raw['page'] } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./ReportsPage.tsx'), 'ReportsPage'),
})

export const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/$unitId/$reportId',
  validateSearch: (raw: Record<string, unknown>): ReportSearch => ({
    ...(typeof raw['figure'] === 'string' ? { figure: raw['figure'] } : {}),
    ...(typeof raw['page'] === 'number' ? { page: raw['page'] } : {}),
    ...(typeof raw['text'] === 'string' ? { text: raw['text'] } : {}),
    ...(raw['editing'] === true ? { editing: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
})

export const reportsPages = [reportsRoute, reportRoute] as const
