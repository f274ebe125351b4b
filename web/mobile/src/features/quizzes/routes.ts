import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const quizzesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quizzes',
  component: lazyRouteComponent(() => import('./QuizzesPage.tsx'), 'QuizzesPage'),
})

export const essentialsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/essentials',
  component: lazyRouteComponent(() => import('./EssentialsPage.tsx'), 'EssentialsPage'),
})

export const contestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contests',
  component: lazyRouteComponent(() => import('./ContestsPage.tsx'), 'ContestsPage'),
})

export const sittingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quizzes/$unitId/$quizId',
  component: lazyRouteComponent(() => import('./SittingPage.tsx'), 'SittingPage'),
})

export const resultRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quizzes/results/$unitId/$attemptId',
  component: lazyRouteComponent(() => import('./ResultPage.tsx'), 'ResultPage'),
})
