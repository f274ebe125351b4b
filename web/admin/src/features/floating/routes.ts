import { floatingClasses, ledgerFilters, lossStages } from '@zhixing/contract/floating-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, shellRoute } from '../../app/root-route.ts'

export type LedgerSearch = {
  show?: keyof typeof ledgerFilters
  class?: keyof typeof floatingClasses
  text?: string
  page?: number
  open?: string
  doing?: (typeof doings)[number]
}

const doings = ['stay', 'contact', 'assign', 'host', 'lose', 'end'] as const
export type Doing = (typeof doings)[number]

type Raw = Record<string, unknown>

function isKey<Words extends object>(words: Words, value: unknown): value is keyof Words & string {
  return typeof value === 'string' && value in words
}

function listed({ page, open, text }: Raw): { page?: number; open?: string; text?: string } {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
  }
}

export const floatingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating',
  validateSearch: (raw: Raw): LedgerSearch => {
    const doing = doings.find((one) => one === raw['doing'])
    return {
      ...listed(raw),
      ...(isKey(ledgerFilters, raw['show']) ? { show: raw['show'] } : {}),
      ...(isKey(floatingClasses, raw['class']) ? { class: raw['class'] } : {}),
      ...(doing ? { doing } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./ledger/LedgerPage.tsx'), 'LedgerPage'),
})

export const incomingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/incoming',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./IncomingPage.tsx'), 'IncomingPage'),
})

export const lostRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/lost',
  validateSearch: (raw: Raw) => ({
    ...listed(raw),
    ...(isKey(lossStages, raw['stage']) ? { stage: raw['stage'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./lost/LostPage.tsx'), 'LostPage'),
})

const shows = ['open', 'away', 'home', 'lost'] as const

export const censusesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/census',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./census/CensusesPage.tsx'), 'CensusesPage'),
})

export const censusRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/census/$unitId/$censusId',
  validateSearch: (raw: Raw): { page?: number; show?: (typeof shows)[number] } => {
    const { page } = listed(raw)
    const show = shows.find((one) => one === raw['show'])
    return { ...(page ? { page } : {}), ...(show ? { show } : {}) }
  },
  component: lazyRouteComponent(() => import('./census/CensusPage.tsx'), 'CensusPage'),
})

/** Read by whoever was sent the link. */
export const whereaboutsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/whereabouts/$code',
  component: lazyRouteComponent(() => import('./census/WhereaboutsPage.tsx'), 'WhereaboutsPage'),
})

export const groupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/groups',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./groups/GroupsPage.tsx'), 'GroupsPage'),
})

export const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/tasks',
  validateSearch: listed,
  component: lazyRouteComponent(() => import('./tasks/TasksPage.tsx'), 'TasksPage'),
})

export const floatingPages = [
  floatingRoute,
  incomingRoute,
  censusesRoute,
  censusRoute,
  lostRoute,
  groupsRoute,
  tasksRoute,
] as const
