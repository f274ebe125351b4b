import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultOf, keptName } from '../../kernel/archives/entry-name.ts'
import type { Surroundings } from '../../kernel/caller.ts'
import { digestOf } from '../../kernel/token.ts'
import { contentPolicy, stagePolicy } from './rules/policy.ts'
import { findOpenPlay } from './store/attempts.ts'

type Play = { readonly packageId: string; readonly origin: string }
type Asked = { Params: { readonly token: string; readonly '*': string } }

const runtime: Readonly<Record<string, string>> = {
  'scorm12.js': fileURLToPath(import.meta.resolve('scorm-again/scorm12/min')),
  'scorm2004.js': fileURLToPath(import.meta.resolve('scorm-again/scorm2004/min')),
  'stage.js': join(import.meta.dirname, '../../../web/kit/packages/stage.js'),
}
const style =
  'html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block;overflow:hidden}'

/** Everything that the origin of packages answers. It knows no cookie and no person, only plays that are under way. */
export async function servePlays(app: FastifyInstance, { db, now, files }: Surroundings) {
  await app.register(fastifyStatic, {
    root: import.meta.dirname,
    serve: false,
    cacheControl: false,
  })
  const playOf = remembering(async (token: string) => findOpenPlay(db, digestOf(token), now()))

  app.addHook('onRequest', async ({ headers }, reply) => {
    void reply.headers(guards)
    // Nothing of a package outlives its page, and none is a page by itself.
    if (headers['service-worker'] !== undefined || headers['sec-fetch-dest'] === 'document')
      return reply.code(403).type('text/plain').send('')
    return undefined
  })
  app.get('/runtime/stage.css', async (_, reply) =>
    reply.type('text/css').header('cache-control', 'public, max-age=3600').send(style),
  )
  app.get<{ Params: { name: string } }>('/runtime/:name', async ({ params }, reply) => {
    const path = Object.hasOwn(runtime, params.name) ? runtime[params.name] : undefined
    if (!path) return reply.callNotFound()
    void reply.header('cache-control', 'public, max-age=3600').type('text/javascript')
    return reply.send(createReadStream(path))
  })
  app.get<Asked>('/play/:token/', async ({ params }, reply) => {
    const play = await playOf(params.token)
    return play ? sendStage(reply, play) : reply.callNotFound()
  })
  app.get<Asked>('/play/:token/files/*', async ({ params }: FastifyRequest<Asked>, reply) => {
    const play = await playOf(params.token)
    return play ? sendContent(reply, play, params['*']) : reply.callNotFound()
  })

  async function sendContent(reply: FastifyReply, { packageId, origin }: Play, name: string) {
    const kept = keptName(name)
    const folder = files.pathOf(packageId)
    if (faultOf(kept) || !(await isFile(join(folder, kept)))) return reply.callNotFound()
    return reply
      .header('content-security-policy', contentPolicy(origin))
      .header('cache-control', 'private, max-age=600')
      .sendFile(kept, folder)
  }
}

function sendStage(reply: FastifyReply, { origin }: Play) {
  return reply
    .header('content-security-policy', stagePolicy(origin))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8" />
<meta name="app-origin" content="${origin}" />
<title>课件</title>
<link rel="stylesheet" href="/runtime/stage.css" />
<iframe title="课件内容" allow="fullscreen; autoplay"></iframe>
<script type="module" src="/runtime/stage.js"></script>
</html>`)
}

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), clipboard-read=(), display-capture=()',
  'x-permitted-cross-domain-policies': 'none',
  'x-robots-tag': 'noindex',
  vary: 'sec-fetch-dest',
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

const rememberedMillis = 20_000
const rememberedMost = 2000

/** A page of content is a hundred files: one question for all of them. */
function remembering<Value>(ask: (key: string) => Promise<Value>) {
  const known = new Map<string, { readonly value: Promise<Value>; readonly until: number }>()
  return async (key: string): Promise<Value> => {
    const found = known.get(key)
    if (found && found.until > performance.now()) return found.value
    if (known.size >= rememberedMost) known.clear()
    const value = ask(key)
    known.set(key, { value, until: performance.now() + rememberedMillis })
    value.catch(() => known.delete(key))
    return value
  }
}
