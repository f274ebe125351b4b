import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { courseGenres, courseStates } from '@zhixing/contract/course-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'

type CoursesSearch = {
  page?: number
  open?: string
  text?: string
  genre?: keyof typeof courseGenres
  state?: keyof typeof courseStates
}

export const coursesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/courses',
  validateSearch: ({ page, open, text, genre, state }: Record<string, unknown>): CoursesSearch => {
    const chosenGenre = keysOf(courseGenres).find((key) => key === genre)
    const chosenState = keysOf(courseStates).find((key) => key === state)
    return {
      ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
      ...(typeof open === 'string' ? { open } : {}),
      ...(typeof text === 'string' && text !== '' ? { text } : {}),
      ...(chosenGenre ? { genre: chosenGenre } : {}),
      ...(chosenState ? { state: chosenState } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./CoursesPage.tsx'), 'CoursesPage'),
})
