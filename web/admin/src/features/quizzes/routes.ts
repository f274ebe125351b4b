import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type ListSearch = { page?: number; open?: string }

function searchOf({ page, open }: Words): ListSearch {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

export const quizzesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quizzes',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./QuizzesPage.tsx'), 'QuizzesPage'),
})

type BankSearch = ListSearch & { text?: string; category?: string }

export const bankRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quizzes/bank',
  validateSearch: ({ text, category, ...words }: Words): BankSearch => ({
    ...searchOf(words),
    ...(typeof text === 'string' && text ? { text } : {}),
    ...(typeof category === 'string' && category ? { category } : {}),
  }),
  component: lazyRouteComponent(() => import('./BankPage.tsx'), 'BankPage'),
})

export const contestsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quizzes/contests',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./ContestsPage.tsx'), 'ContestsPage'),
})

export const quizzesPages = [quizzesRoute, bankRoute, contestsRoute] as const
