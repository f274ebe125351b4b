import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export type RulesSearch = {
  group?: string
  text?: string
  day?: string
  own?: boolean
  /** The key of the rule whose panel is open. */
  open?: string
}

export const rulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules',
  validateSearch: (raw: Record<string, unknown>): RulesSearch => ({
    ...(typeof raw['group'] === 'string' ? { group: raw['group'] } : {}),
    ...(typeof raw['text'] === 'string' ? { text: raw['text'] } : {}),
    ...(isDay(raw['day']) ? { day: raw['day'] } : {}),
    ...(raw['own'] === true ? { own: true } : {}),
    ...(typeof raw['open'] === 'string' ? { open: raw['open'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./RulesPage.tsx'), 'RulesPage'),
})

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
