import { ageGroups, applicantStages, educationGroups } from '@zhixing/contract/development-words.ts'
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
    ...(isIn(applicantStages, stage) ? { stage } : {}),
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

type ReserveSearch = {
  stage?: 'applicant' | 'activist' | 'target'
  education?: keyof typeof educationGroups
  age?: keyof typeof ageGroups
  ability?: string
  text?: string
  page?: number
}

export const reserveRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/reserve',
  validateSearch: ({ stage, education, age, ability, text, page }: Words): ReserveSearch => ({
    ...(stage === 'applicant' || stage === 'activist' || stage === 'target' ? { stage } : {}),
    ...(isIn(educationGroups, education) ? { education } : {}),
    ...(isIn(ageGroups, age) ? { age } : {}),
    ...(typeof ability === 'string' && ability !== '' ? { ability } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
  }),
  component: lazyRouteComponent(() => import('./ReservePage.tsx'), 'ReservePage'),
})

export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/compare',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./ComparePage.tsx'), 'ComparePage'),
})

export const pondRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/pond',
  validateSearch: ({ open, ...words }: Words): { open?: string; page?: number } => ({
    ...(typeof open === 'string' ? { open } : {}),
    ...pageOf(words),
  }),
  component: lazyRouteComponent(() => import('./PondPage.tsx'), 'PondPage'),
})

export const admissionEventsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/events',
  component: lazyRouteComponent(() => import('./EventsPage.tsx'), 'EventsPage'),
})

export const jointRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/development/joint',
  validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./JointPage.tsx'), 'JointPage'),
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

function pageOf({ page }: Words): { page?: number } {
  return typeof page === 'number' && page > 1 ? { page } : {}
}

function isIn<T extends object>(words: T, value: unknown): value is keyof T {
  return typeof value === 'string' && value in words
}

export const developmentPages = [
  developmentRoute,
  admissionPlanRoute,
  admissionEventsRoute,
  compareRoute,
  jointRoute,
  pondRoute,
  reserveRoute,
  applicantRoute,
] as const
