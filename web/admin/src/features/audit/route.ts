import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export type AuditSearch = {
  who?: string
  command?: string
  subject?: string
  from?: string
  until?: string
  /** The walk along the chain that was asked for, so that a reload loses nothing. */
  unit?: string
  job?: string
  /** The trace whose panel is open. */
  open?: string
}

const keys = ['who', 'command', 'subject', 'from', 'until', 'unit', 'job', 'open'] as const

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: (raw: Record<string, unknown>): AuditSearch =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = raw[key]
        return typeof value === 'string' && value !== '' ? [[key, value]] : []
      }),
    ),
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})
