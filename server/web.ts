import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { allowStyles } from './kernel/allow-styles.ts'
import { findPart } from './settled-faces.ts'

/** Where `npm run build` leaves the two faces of the platform. */
export type Faces = {
  readonly console: string
  readonly phone: string
  /** Where this build lies among others, whose pages may still be open somewhere. */
  readonly others?: string
}

export function builtFaces(home: string): Faces {
  return { console: join(home, 'web/admin/dist'), phone: join(home, 'web/mobile/dist') }
}

/** What the phone's first page asks first: under way while its script still is. */
const firstAnswer = '</api/home/member?input=%7B%7D>; rel=preload; as=fetch; crossorigin'

/** The console at `/`, the phone at `/m/`; their pages have addresses of their own, which the index answers. */
export async function serveWeb(
  app: FastifyInstance,
  { console, phone, others }: Faces,
): Promise<void> {
  const common = { wildcard: false, preCompressed: true, cacheControl: false, setHeaders }
  const page = await readFile(join(console, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    ...common,
    root: console,
    prefix: '/',
    globIgnore: ['index.html*'],
  })
  await app.register(fastifyStatic, {
    ...common,
    root: phone,
    prefix: '/m/',
    decorateReply: false,
  })

  app.addHook('onRequest', async ({ url, method }, reply) => {
    if (url === '/m/' && method === 'GET') void reply.header('link', firstAnswer)
  })

  if (others) servePartsOfOthers(app, others)
  const hidden = { schema: { hide: true } }
  app.get('/m', hidden, async (_, reply) => reply.redirect('/m/'))
  app.get('/m/*', hidden, async (request, reply) => {
    if (!isForPage(request)) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').sendFile('index.html', phone)
  })
  app.get('/', hidden, async (_, reply) => sendConsole(page, reply))
  app.get('/*', hidden, async (request, reply) =>
    isForPage(request) ? sendConsole(page, reply) : reply.callNotFound(),
  )
}

/** Pages of a version before or after this one, opened at another process, ask this one for parts that only they know. */
function servePartsOfOthers(app: FastifyInstance, others: string): void {
  const faces = [
    ['console', '/assets/*'],
    ['phone', '/m/assets/*'],
  ] as const
  for (const [face, address] of faces)
    app.get<{ Params: { '*': string } }>(
      address,
      { schema: { hide: true } },
      async (request, reply) => {
        const name = request.params['*']
        const root = await findPart(others, face, name)
        return root ? reply.sendFile(name, root) : reply.callNotFound()
      },
    )
}

/** What no file answers is a page of the app, if a person asks for one. */
function isForPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && headers.accept?.includes('text/html') === true
}

/**
 * The components of the console write their styles while they run: these carry a word that no other answer has, and no
 * other style is believed. So nobody may keep the page: the word would not be that of the policy. Text areas that grow
 * are measured by an attribute.
 */
function sendConsole(page: string, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return allowStyles(reply, `nonce-${nonce}`, "style-src-attr 'unsafe-inline'")
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replace('nonce=""', `nonce="${nonce}"`))
}

/** Names under assets/ carry a hash and never change; everything else is asked for again. */
function setHeaders(reply: FastifyReply, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`)
  void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
