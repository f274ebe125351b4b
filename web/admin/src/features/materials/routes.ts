import { modelKinds, titleKinds } from '@zhixing/contract/material-words.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Words = Record<string, unknown>
type Paged = { page?: number; open?: string }

export const materialsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/materials',
  validateSearch: ({
    kind,
    text,
    ...rest
  }: Words): Paged & { kind?: keyof typeof titleKinds; text?: string } => ({
    ...(isKey(kind, titleKinds) ? { kind } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...pagedOf(rest),
  }),
  component: lazyRouteComponent(() => import('./MaterialsPage.tsx'), 'MaterialsPage'),
})

export const materialOrdersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/materials/orders',
  validateSearch: ({ all, ...rest }: Words): Paged & { all?: boolean } => ({
    ...(all === true ? { all } : {}),
    ...pagedOf(rest),
  }),
  component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
})

export const materialIssuesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/materials/issues',
  validateSearch: ({ side, ...rest }: Words): Paged & { side?: 'outgoing' } => ({
    ...(side === 'outgoing' ? { side } : {}),
    ...pagedOf(rest),
  }),
  component: lazyRouteComponent(() => import('./IssuesPage.tsx'), 'IssuesPage'),
})

export const materialViewingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/materials/viewings',
  validateSearch: ({ page }: Words): { page?: number } => pagedOf({ page }),
  component: lazyRouteComponent(() => import('./ViewingsPage.tsx'), 'ViewingsPage'),
})

export const roleModelsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/materials/models',
  validateSearch: ({
    kind,
    text,
    ...rest
  }: Words): Paged & { kind?: keyof typeof modelKinds; text?: string } => ({
    ...(isKey(kind, modelKinds) ? { kind } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...pagedOf(rest),
  }),
  component: lazyRouteComponent(() => import('./ModelsPage.tsx'), 'ModelsPage'),
})

function pagedOf({ page, open }: Words): Paged {
  return {
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

function isKey<T extends object>(value: unknown, words: T): value is keyof T & string {
  return typeof value === 'string' && value in words
}

export const materialsPages = [
  materialsRoute,
  materialOrdersRoute,
  materialIssuesRoute,
  materialViewingsRoute,
  roleModelsRoute,
] as const
