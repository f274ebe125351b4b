import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type PageSearch = { page?: number; open?: string }

function pageSearch({ page, open }: Record<string, unknown>): PageSearch {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

export const surveysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/surveys',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./SurveysPage.tsx'), 'SurveysPage'),
})

export const needsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/surveys/needs',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./NeedsPage.tsx'), 'NeedsPage'),
})

type EditSearch = { unitId?: string; surveyId?: string }

export const designRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/surveys/design',
  validateSearch: ({ unitId, surveyId }: Record<string, unknown>): EditSearch => ({
    ...(typeof unitId === 'string' ? { unitId } : {}),
    ...(typeof surveyId === 'string' ? { surveyId } : {}),
  }),
  component: lazyRouteComponent(() => import('./DesignPage.tsx'), 'DesignPage'),
})

export const surveyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/surveys/$unitId/$surveyId',
  component: lazyRouteComponent(() => import('./SurveyPage.tsx'), 'SurveyPage'),
})

export const surveysPages = [surveysRoute, designRoute, needsRoute, surveyRoute] as const
