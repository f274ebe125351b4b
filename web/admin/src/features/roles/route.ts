import { roleKinds, roleStates } from '@zhixing/contract/role-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type RolesSearch = {
  kind?: keyof typeof roleKinds
  state?: keyof typeof roleStates
  lacking?: boolean
  page?: number
  open?: string
}

export const roleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/roles',
  validateSearch: ({ kind, state, lacking, page, open }: Record<string, unknown>): RolesSearch => ({
    ...(isKey(kind, roleKinds) ? { kind } : {}),
    ...(isKey(state, roleStates) ? { state } : {}),
    ...(lacking === true ? { lacking } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./RolesPage.tsx'), 'RolesPage'),
})

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}
