import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { leaksIn } from './leaks.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    /** Where the servers of all tests keep their journals. */
    readonly journals: string
  }
}

/** When all tests have run, what their servers wrote down is read: whose secret stands in it fails the run. */
export function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'zhixing-journals-'))
  project.provide('journals', folder)

  return () => {
    const of = (kind: string) => readdirSync(folder).filter((name) => name.endsWith(`.${kind}`))
    const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n')
    const secrets = new Set(of('secrets').flatMap(linesOf).filter(Boolean))
    const leaks = of('journal').flatMap((name) => leaksIn(linesOf(name), secrets))
    rmSync(folder, { recursive: true })
    if (leaks.length === 0) return
    const some = [...new Set(leaks)].slice(0, 10).join('\n')
    throw new Error(`${leaks.length} lines of the servers' journals tell too much:\n${some}`)
  }
}

const secretFields = /password|code|token|slip|ticket|secret|phone|idnumber|answer/i
const known = new Set<string>()

/** Remembers what was sent as a secret, so that it can be looked for. */
export function noteSecrets(file: string, sent: unknown): void {
  const found = secretsIn(payloadOf(sent)).filter((one) => !known.has(one))
  for (const one of found) known.add(one)
  if (found.length > 0) appendFileSync(file, `${found.join('\n')}\n`)
}

function payloadOf(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || !('payload' in sent)) return undefined
  if (typeof sent.payload !== 'string') return sent.payload
  try {
    return JSON.parse(sent.payload)
  } catch {
    return undefined
  }
}

const depthMax = 20

function secretsIn(value: unknown, field = '', depth = 0): string[] {
  if (typeof value === 'string') return secretFields.test(field) && isTelling(value) ? [value] : []
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return []
  if (depth > depthMax) return []
  return Object.entries(value).flatMap(([key, part]) =>
    secretsIn(part, Array.isArray(value) ? field : key, depth + 1),
  )
}

/** Short numbers stand in every line, as parts of a moment or of a duration. */
function isTelling(value: string): boolean {
  return /^\S{8,200}$/.test(value) && (value.length > 10 || /\D/.test(value))
}
