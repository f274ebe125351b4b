import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ownStyles } from './kernel/allow-styles.ts'
import { packagesOriginOf } from './packages-origin.ts'
import type { PackagesAt } from './packages-origin.ts'

const policy: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': ownStyles,
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

/** The same for every answer, so they are put together once: at each call it takes as long as reading the call. */
const headers = {
  'content-security-policy': textOf(policy),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}

/**
 * What a browser may do with our pages: our own scripts only, no page of ours inside another's, and inside ours nothing
 * but packages from their own origin.
 */
export function guardPages(app: FastifyInstance, packagesAt?: PackagesAt): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers)
    if (packagesAt && request.headers.accept?.includes('text/html'))
      void reply.header('content-security-policy', policyWith(packagesAt, request))
    done()
  })
}

/** Only a host that looks like one is believed: what a client writes into its request is no policy of ours. */
function policyWith(at: PackagesAt, request: FastifyRequest): string {
  const origin = packagesOriginOf(at, request)
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return textOf(policy)
  return textOf({ ...policy, 'frame-src': `'self' ${origin}` })
}

function textOf(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map((rule) => rule.join(' '))
    .join(';')
}
