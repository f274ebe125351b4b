import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { tabsRoute } from '../../app/root-route.ts'

export const meRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./MePage.tsx'), 'MePage'),
})
