import { createRootRoute, createRoute } from '@tanstack/react-router'
import { NotFound } from './NotFound.tsx'
import { Root } from './Root.tsx'
import { Tabs } from './Tabs.tsx'

export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

export const tabsRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'tabs',
  component: Tabs,
})
