import { applicantStages } from '@zhixing/contract/development-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type BoardSearch = {
  stage?: keyof typeof applicantStages
  late?: boolean
  text?: string
  page?: number
  adding?: boolean
}

export const developmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development',
  validateSearch: ({ stage, late, text, page, adding }: Words): BoardSearch => ({
    ...(isStage(stage) ? { stage } : {}),
    ...(late === true ? { late } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(adding === true ? { adding } : {}),
  }),
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
})

export const admissionPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/plan',
  validateSearch: ({ year, open }: Words): { year?: number; open?: string } => ({
    ...(typeof year === 'number' ? { year } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
})

export const applicantRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/$unitId/$applicantId',
  component: lazyRouteComponent(() => import('./CasePage.tsx'), 'CasePage'),
})

/** Read by anybody who was given the address. */
export const publicNoticeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/notices/$code',
  component: lazyRouteComponent(() => import('./NoticePage.tsx'), 'NoticePage'),
})

export const publicQuestionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/questions/$code',
  component: lazyRouteComponent(() => import('./QuestionPage.tsx'), 'QuestionPage'),
})

function isStage(value: unknown): value is keyof typeof applicantStages {
  return typeof value === 'string' && value in applicantStages
}
