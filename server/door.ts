import type { FastifyInstance } from 'fastify'

/** The way in for requests. Who is told to leave says so at /ready first, and goes on serving until nobody comes. */
export type Door = { readonly isOpen: () => boolean; readonly leave: () => void }

export function openDoor(): Door {
  let open = true
  return { isOpen: () => open, leave: () => void (open = false) }
}

/** A connection that is kept would be cut in the end, perhaps under a request: each is let go with its next answer. */
export function letGoOnceLeaving(app: FastifyInstance, door: Door): void {
  app.addHook('onRequest', async (_, reply) => {
    if (!door.isOpen()) void reply.header('connection', 'close')
  })
}
