import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Where `npm run build` leaves the two faces of the platform. */
export type Faces = { readonly console: string; readonly phone: string }

export function builtFaces(home: string): Faces {
  return { console: join(home, 'web/admin/dist'), phone: join(home, 'web/mobile/dist') }
}

/** What the phone's first page asks first: under way while its script still is. */
const firstAnswer = '</api/home/member?input=%7B%7D>; rel=preload; as=fetch; crossorigin'

/** The console at `/`, the phone at `/m/`; their pages have addresses of their own, which the index answers. */
export async function serveWeb(app: FastifyInstance, { console, phone }: Faces): Promise<void> {
  const common = { wildcard: false, preCompressed: true, cacheControl: false, setHeaders }
  await app.register(fastifyStatic, { ...common, root: console, prefix: '/' })
  await app.register(fastifyStatic, {
    ...common,
    root: phone,
    prefix: '/m/',
    decorateReply: false,
  })

  app.addHook('onRequest', async ({ url, method }, reply) => {
    if (url === '/m/' && method === 'GET') void reply.header('link', firstAnswer)
  })

  const hidden = { schema: { hide: true } }
  app.get('/m', hidden, async (_, reply) => reply.redirect('/m/'))
  app.get('/m/*', hidden, async (request, reply) => indexOf(phone, request, reply))
  app.get('/*', hidden, async (request, reply) => indexOf(console, request, reply))
}

/** What no file answers is a page of the app, if a person asks for one. */
function indexOf(root: string, request: FastifyRequest, reply: FastifyReply) {
  const isPage = !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html')
  if (!isPage) return reply.callNotFound()
  return reply.header('cache-control', 'no-cache').sendFile('index.html', root)
}

/** Names under assets/ carry a hash and never change; everything else is asked for again. */
function setHeaders(reply: FastifyReply, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`)
  void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
