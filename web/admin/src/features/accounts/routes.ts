import { accountStates } from '@zhixing/contract/account-words.ts'
import { officeNames } from '@zhixing/contract/words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, shellRoute } from '../../app/root-route.ts'

export type LoginSearch = { back?: string }

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (raw: Record<string, unknown>): LoginSearch =>
    typeof raw['back'] === 'string' ? { back: raw['back'] } : {},
  component: lazyRouteComponent(() => import('./LoginPage.tsx'), 'LoginPage'),
})

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

export type AccountsSearch = {
  page?: number
  text?: string
  state?: keyof typeof accountStates
  office?: keyof typeof officeNames
  /** The account whose panel is open. */
  open?: string
}

export const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: ({
    page,
    text,
    state,
    office,
    open,
  }: Record<string, unknown>): AccountsSearch => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(isKeyOf(accountStates, state) ? { state } : {}),
    ...(isKeyOf(officeNames, office) ? { office } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./office/AccountsPage.tsx'), 'AccountsPage'),
})

export const matrixRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/matrix',
  component: lazyRouteComponent(() => import('./office/MatrixPage.tsx'), 'MatrixPage'),
})

export const foundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/found',
  component: lazyRouteComponent(() => import('./office/FoundPage.tsx'), 'FoundPage'),
})

function isKeyOf<T extends object>(words: T, key: unknown): key is keyof T {
  return typeof key === 'string' && key in words
}

export const accountsPages = [accountRoute, accountsRoute, matrixRoute] as const
