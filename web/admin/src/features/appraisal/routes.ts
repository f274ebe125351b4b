import { appraisalStages, shortcomingStates } from '@zhixing/contract/appraisal-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type Common = { year?: number; page?: number; open?: string }

function common({ year, page, open }: Words): Common {
  return {
    ...(Number.isInteger(year) ? { year: Number(year) } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const appraisalRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appraisal',
  validateSearch: (words: Words): Common & { stage?: keyof typeof appraisalStages } => ({
    ...common(words),
    ...(isKey(words.stage, appraisalStages) ? { stage: words.stage } : {}),
  }),
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
})

export const appraisalRoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appraisal/round/$unitId/$appraisalId',
  validateSearch: common,
  component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
})

export const heartTalksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appraisal/talks',
  validateSearch: (words: Words): Common & { owing?: boolean } => ({
    ...common(words),
    ...(words.owing === true ? { owing: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./HeartTalksPage.tsx'), 'HeartTalksPage'),
})

export const shortcomingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appraisal/shortcomings',
  validateSearch: (
    words: Words,
  ): Common & { state?: keyof typeof shortcomingStates; overdue?: boolean } => ({
    ...common(words),
    ...(isKey(words.state, shortcomingStates) ? { state: words.state } : {}),
    ...(words.overdue === true ? { overdue: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./ShortcomingsPage.tsx'), 'ShortcomingsPage'),
})

export const appraisalPages = [
  appraisalRoute,
  appraisalRoundRoute,
  heartTalksRoute,
  shortcomingsRoute,
] as const
