import Fastify, { LogController } from 'fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import type { Surroundings } from './kernel/caller.ts'
import type { Journal } from './kernel/journal.ts'
import { servePlays } from './modules/packages/http.ts'
import { codeOf } from './neighbours.ts'

/** Where packages are played: behind a proxy at a host name of their own, otherwise at another port of this host. */
export type PackagesAt = { readonly origin: string } | { readonly port: number }

/** A server of its own for what strangers wrote: no session, no interface, no pages of ours. */
export async function buildPackagesApp(
  surroundings: Surroundings,
  logger: Journal = false,
  watch?: (app: FastifyInstance) => void,
): Promise<FastifyInstance> {
  // A request names its play, which is a secret: it is not written down.
  const app = Fastify({
    requestTimeout: 30_000,
    logger,
    logController: new LogController({ disableRequestLogging: true }),
  })
  watch?.(app)
  app.removeAllContentTypeParsers()
  app.setErrorHandler(async (error, _, reply) => {
    app.log.error(error)
    return reply.code(500).type('text/plain').send('')
  })
  app.setNotFoundHandler(async (_, reply) => reply.code(404).type('text/plain').send(''))
  await servePlays(app, surroundings)
  return app
}

/** As it is set; where nothing is set, the next port after ours, or any that is free. */
export async function listenForPackages(app: FastifyInstance, config: Config): Promise<PackagesAt> {
  const { HOST: host, PORT, PACKAGES_PORT, PACKAGES_ORIGIN: origin } = config
  const wanted = PACKAGES_PORT ?? (PORT === 0 ? 0 : PORT + 1)
  const address = await app.listen({ host, port: wanted }).catch(async (cause: unknown) => {
    if (PACKAGES_PORT !== undefined || codeOf(cause) !== 'EADDRINUSE') throw cause
    return app.listen({ host, port: 0 })
  })
  return origin ? { origin } : { port: Number(new URL(address).port) }
}

/** The origin of packages as the one who asks can reach it. */
export function packagesOriginOf(at: PackagesAt, { protocol, hostname }: FastifyRequest): string {
  return 'origin' in at ? at.origin : `${protocol}://${hostname}:${at.port}`
}
