import { createRootRoute, createRoute } from '@tanstack/react-router'
import { NotFound } from './NotFound.tsx'
import { Root } from './Root.tsx'
import { Shell } from './shell/Shell.tsx'

export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

/** Everything but the wall screen and the way in lives inside the shell. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
})
