import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const floatingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/floating',
  component: lazyRouteComponent(() => import('./MyStayPage.tsx'), 'MyStayPage'),
})

export const contactsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/floating/contacts',
  component: lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
})
