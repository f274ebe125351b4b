import { transferLists } from '@zhixing/contract/transfer-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type Search = {
  show?: keyof typeof transferLists
  text?: string
  page?: number
  doing?: 'out' | 'in'
  /** Whom a link came from: "unit~member". */
  who?: string
}

export const transfersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers',
  validateSearch: ({ show, text, page, doing, who }: Words): Search => ({
    ...(isList(show) ? { show } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(doing === 'out' || doing === 'in' ? { doing } : {}),
    ...(typeof who === 'string' ? { who } : {}),
  }),
  component: lazyRouteComponent(() => import('./TransfersPage.tsx'), 'TransfersPage'),
})

export const transferRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/$unitId/$transferId',
  component: lazyRouteComponent(() => import('./TransferPage.tsx'), 'TransferPage'),
})

function isList(value: unknown): value is keyof typeof transferLists {
  return typeof value === 'string' && value in transferLists
}

export const transfersPages = [transferRoute, transfersRoute] as const
