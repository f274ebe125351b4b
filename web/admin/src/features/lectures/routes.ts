import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>
export type LecturesSearch = {
  year?: number
  type?: keyof typeof lectureTypes
  speaker?: keyof typeof speakers
  page?: number
}
export type LeadersSearch = { year?: number; gap?: boolean; page?: number; open?: string }

export const lecturesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/lectures',
  validateSearch: ({ year, type, speaker, page }: Raw): LecturesSearch => ({
    ...yearIn(year),
    ...(isOf(lectureTypes, type) ? { type } : {}),
    ...(isOf(speakers, speaker) ? { speaker } : {}),
    ...pageIn(page),
  }),
  component: lazyRouteComponent(() => import('./LecturesPage.tsx'), 'LecturesPage'),
})

export const leadersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leaders',
  validateSearch: ({ year, gap, page, open }: Raw): LeadersSearch => ({
    ...yearIn(year),
    ...(gap === true ? { gap } : {}),
    ...pageIn(page),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./LeadersPage.tsx'), 'LeadersPage'),
})

function yearIn(year: unknown): { year?: number } {
  return typeof year === 'number' && year > 1920 && year < 2201 ? { year } : {}
}

function pageIn(page: unknown): { page?: number } {
  return Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}
}

function isOf<Words extends object>(words: Words, value: unknown): value is keyof Words {
  return typeof value === 'string' && value in words
}

export const lecturesPages = [lecturesRoute, leadersRoute] as const
