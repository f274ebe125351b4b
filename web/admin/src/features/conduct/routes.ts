import {
  clockStages,
  disposalStates,
  leadStates,
  taskStates,
} from '@zhixing/contract/conduct-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type Search = { page?: number; open?: string }

type ClocksSearch = Search & { stage?: keyof typeof clockStages }

export const conductRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conduct',
  validateSearch: ({ stage, ...rest }: Words): ClocksSearch => ({
    ...(isKey(stage, clockStages) ? { stage } : {}),
    ...pagingOf(rest),
  }),
  component: lazyRouteComponent(() => import('./ClocksPage.tsx'), 'ClocksPage'),
})

type TasksSearch = Search & { state?: keyof typeof taskStates }

export const conductTasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conduct/tasks',
  validateSearch: ({ state, ...rest }: Words): TasksSearch => ({
    ...(isKey(state, taskStates) ? { state } : {}),
    ...pagingOf(rest),
  }),
  component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
})

type CasesSearch = Search & { state?: keyof typeof disposalStates }

export const conductCasesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conduct/cases',
  validateSearch: ({ state, ...rest }: Words): CasesSearch => ({
    ...(isKey(state, disposalStates) ? { state } : {}),
    ...pagingOf(rest),
  }),
  component: lazyRouteComponent(() => import('./CasesPage.tsx'), 'CasesPage'),
})

export const conductCareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conduct/care',
  validateSearch: pagingOf,
  component: lazyRouteComponent(() => import('./CarePage.tsx'), 'CarePage'),
})

export const conductSanctionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conduct/sanctions',
  validateSearch: pagingOf,
  component: lazyRouteComponent(() => import('./SanctionsPage.tsx'), 'SanctionsPage'),
})

type LeadsSearch = Search & { state?: keyof typeof leadStates }

export const conductLeadsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conduct/leads',
  validateSearch: ({ state, ...rest }: Words): LeadsSearch => ({
    ...(isKey(state, leadStates) ? { state } : {}),
    ...pagingOf(rest),
  }),
  component: lazyRouteComponent(() => import('./LeadsPage.tsx'), 'LeadsPage'),
})

function pagingOf({ page, open }: Words): Search {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const conductPages = [
  conductRoute,
  conductTasksRoute,
  conductCasesRoute,
  conductCareRoute,
  conductSanctionsRoute,
  conductLeadsRoute,
] as const
