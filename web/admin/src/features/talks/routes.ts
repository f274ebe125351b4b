import { talkSigns, talkStates } from '@zhixing/contract/talk-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>

type WatchSearch = {
  sign?: keyof typeof talkSigns
  all?: boolean
  page?: number
  open?: string
}

export const talksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/talks',
  validateSearch: ({ sign, all, page, open }: Words): WatchSearch => ({
    ...(isKey(sign, talkSigns) ? { sign } : {}),
    ...(all === true ? { all } : {}),
    ...pageOf(page),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./WatchPage.tsx'), 'WatchPage'),
})

type TalksSearch = { state?: keyof typeof talkStates; page?: number; open?: string }

export const talkListRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/talks/list',
  validateSearch: ({ state, page, open }: Words): TalksSearch => ({
    ...(isKey(state, talkStates) ? { state } : {}),
    ...pageOf(page),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./TalksPage.tsx'), 'TalksPage'),
})

function pageOf(page: unknown): { page?: number } {
  return Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}
}

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const talksPages = [talksRoute, talkListRoute] as const
