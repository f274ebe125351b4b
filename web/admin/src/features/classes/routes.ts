import { classKinds, classStates } from '@zhixing/contract/class-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>

type ListSearch = {
  year?: number
  kind?: keyof typeof classKinds
  state?: keyof typeof classStates
  special?: boolean
  text?: string
  page?: number
  open?: string
}

export const classesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/classes',
  validateSearch: ({ year, kind, state, special, text, page, open }: Words): ListSearch => ({
    ...(Number.isInteger(year) ? { year: Number(year) } : {}),
    ...(isKey(kind, classKinds) ? { kind } : {}),
    ...(isKey(state, classStates) ? { state } : {}),
    ...(special === true ? { special } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./ClassesPage.tsx'), 'ClassesPage'),
})

type OfferSearch = { page?: number; open?: string }

export const classOffersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/classes/offers',
  validateSearch: ({ page, open }: Words): OfferSearch => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./OffersPage.tsx'), 'OffersPage'),
})

type PartnerSearch = { open?: string }

export const partnersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/classes/partners',
  validateSearch: ({ open }: Words): PartnerSearch => (typeof open === 'string' ? { open } : {}),
  component: lazyRouteComponent(() => import('./PartnersPage.tsx'), 'PartnersPage'),
})

type ClassSearch = { open?: string }

export const classRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/classes/$unitId/$classId',
  validateSearch: ({ open }: Words): ClassSearch => (typeof open === 'string' ? { open } : {}),
  component: lazyRouteComponent(() => import('./ClassPage.tsx'), 'ClassPage'),
})

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const classesPages = [classesRoute, classOffersRoute, partnersRoute, classRoute] as const
