import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const surveysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys',
  component: lazyRouteComponent(() => import('./SurveysPage.tsx'), 'SurveysPage'),
})

export const surveyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/$unitId/$surveyId',
  component: lazyRouteComponent(() => import('./SurveyPage.tsx'), 'SurveyPage'),
})
