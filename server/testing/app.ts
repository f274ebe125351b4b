import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { buildApp as build } from '../app.ts'
import type { Outside } from '../app.ts'
import type { Surroundings } from '../kernel/caller.ts'
import { journalOf } from '../kernel/journal.ts'
import { buildPackagesApp as buildPackages } from '../packages-origin.ts'
import { noteSecrets } from './journals.ts'

const folder = inject('journals')
const file = (kind: string) => join(folder, `${process.env.VITEST_POOL_ID}.${kind}`)

const logger = journalOf({
  level: 'debug',
  stream: { write: (line) => appendFileSync(file('journal'), line) },
})

/** Every server of a test tells all it can tell; when the run is over, somebody reads it (journals.ts). */
export async function buildApp(outside: Outside) {
  const app = await build({ logger, ...outside })
  const send: (...sent: readonly unknown[]) => unknown = app.inject.bind(app)
  const listened = (...sent: readonly unknown[]) => {
    noteSecrets(file('secrets'), sent[0])
    return send(...sent)
  }
  app.inject = listened as typeof app.inject
  return app
}

export async function buildPackagesApp(
  surroundings: Surroundings,
  watch?: (app: FastifyInstance) => void,
) {
  return buildPackages(surroundings, logger, watch)
}

/** What a process that a test started has said. */
export function noteSaid(said: string): void {
  appendFileSync(file('journal'), said)
}
