import { bookingStates, lecturerOrigins, resourceKinds } from '@zhixing/contract/resource-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type Kind = keyof typeof resourceKinds

type ListSearch = {
  kind?: Kind
  type?: string
  origin?: keyof typeof lecturerOrigins
  text?: string
  from?: 'own' | 'shared'
  red?: boolean
  page?: number
  open?: string
}

export const resourcesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources',
  validateSearch: ({ kind, type, origin, text, from, red, page, open }: Words): ListSearch => ({
    ...(isKey(kind, resourceKinds) ? { kind } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(isKey(origin, lecturerOrigins) ? { origin } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(from === 'own' || from === 'shared' ? { from } : {}),
    ...(red === true ? { red } : {}),
    ...pageOf(page),
    ...openOf(open),
  }),
  component: lazyRouteComponent(() => import('./ResourcesPage.tsx'), 'ResourcesPage'),
})

type OrdersSearch = {
  side?: 'theirs'
  state?: keyof typeof bookingStates
  page?: number
  open?: string
}

export const resourceOrdersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources/orders',
  validateSearch: ({ side, state, page, open }: Words): OrdersSearch => ({
    ...(side === 'theirs' ? { side } : {}),
    ...(isKey(state, bookingStates) ? { state } : {}),
    ...pageOf(page),
    ...openOf(open),
  }),
  component: lazyRouteComponent(() => import('./orders/OrdersPage.tsx'), 'OrdersPage'),
})

type CalendarSearch = {
  view?: 'day' | 'month'
  day?: string
  kind?: Kind
  resource?: string
  page?: number
}

export const resourceCalendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources/calendar',
  validateSearch: ({ view, day, kind, resource, page }: Words): CalendarSearch => ({
    ...turnedTo(page),
    ...(view === 'day' || view === 'month' ? { view } : {}),
    ...(typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : {}),
    ...(isKey(kind, resourceKinds) ? { kind } : {}),
    ...(typeof resource === 'string' ? { resource } : {}),
  }),
  component: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
})

export const resourceUseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources/use',
  validateSearch: ({ days, page }: Words): { days?: number; page?: number } => ({
    ...(days === 90 || days === 365 ? { days } : {}),
    ...turnedTo(page),
  }),
  component: lazyRouteComponent(() => import('./use/UsePage.tsx'), 'UsePage'),
})

function turnedTo(page: unknown): { page?: number } {
  return typeof page === 'number' && page > 1 ? { page } : {}
}

type MapSearch = { type?: string; red?: boolean; stops?: string; page?: number }

export const resourceMapRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources/map',
  validateSearch: ({ type, red, stops, page }: Words): MapSearch => ({
    ...turnedTo(page),
    ...(typeof type === 'string' ? { type } : {}),
    ...(red === true ? { red } : {}),
    ...(typeof stops === 'string' ? { stops } : {}),
  }),
  component: lazyRouteComponent(() => import('./map/MapPage.tsx'), 'MapPage'),
})

export const resourceHouseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources/house',
  validateSearch: ({ open }: Words): { open?: string } => openOf(open),
  component: lazyRouteComponent(() => import('./house/HousePage.tsx'), 'HousePage'),
})

function pageOf(page: unknown): { page?: number } {
  return Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}
}

function openOf(open: unknown): { open?: string } {
  return typeof open === 'string' ? { open } : {}
}

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const resourcesPages = [
  resourcesRoute,
  resourceOrdersRoute,
  resourceCalendarRoute,
  resourceMapRoute,
  resourceUseRoute,
  resourceHouseRoute,
] as const
