import type { FastifyInstance, FastifyRequest } from 'fastify'
import { forbidden } from './problem.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Only our own pages may change anything with our cookie. Browsers say in `Sec-Fetch-Site` who asks; over plain HTTP
 * they may not, but then they say it in `Origin`. Programs say neither, and carry no cookie that somebody else set.
 */
export function refuseForeignOrigins(app: FastifyInstance): void {
  // Without it a form on any page could send something that looks like text and reads like JSON.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', (request, _, done) => {
    const isRefused = !reading.has(request.method) && isForeign(request)
    done(isRefused ? forbidden('identity.foreign') : undefined)
  })
}

function isForeign({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}
