import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

/*
 * Every pattern of server and contract, whoever wrote it: none takes more than linear time, whatever it is given. Found in
 * the sources, pumped with its own signs, and stopped by the clock where it does not come back.
 */
const root = join(import.meta.dirname, '..')
const length = 50_000
/** A linear pattern needs a thousandth of it; one that is quadratic needs more on any machine. */
const patienceMs = 2_000

type Pattern = { readonly source: string; readonly flags: string }

function patternsOf(folder: string): Pattern[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) =>
      /^(?!.*(node_modules|dist|testing|bench|demo)\b).*(?<!\.test)\.ts$/.test(file),
    )
    .flatMap((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8')
      return text.includes('/') ? patternsIn(parseAst(stripTypeScriptTypes(text))) : []
    })
}

function patternsIn(node: unknown): Pattern[] {
  if (typeof node !== 'object' || node === null) return []
  if ('regex' in node && node.regex) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string }
    return [{ source: pattern, flags }]
  }
  return Object.values(node).flatMap(patternsIn)
}

/** Its own signs, alone and in pairs, again and again, before and after what it is waiting for; and an end that disappoints. */
function pumpsOf({ source }: Pattern): string[] {
  const own = source.replace(/\\[a-zA-Z]|[()[\]{}|?*+^$\\]/g, '')
  const classes = [' ', '\n', '0', 'a', 'A', '_', '汉', '-', '.', '/', '"', '=', ',']
  const signs = [...new Set([...Array.from(own).slice(0, 12), ...classes])]
  const words = [
    own.slice(0, 20),
    ...signs,
    ...signs.flatMap((one) => [`${one}a`, `${one}0`, `${one} `]),
  ]
  return [...new Set(words)].filter(Boolean).map((word) => word.repeat(length / word.length))
}

const all = [...patternsOf('contract'), ...patternsOf('server')]
const distinct = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).entries()]

test('there are patterns to look at', () => {
  expect(distinct.length).toBeGreaterThan(150)
})

test.each(distinct)('%s comes back', (_, pattern) => {
  const slow: string[] = []
  const ask =
    "pumps.find((pump) => { pattern.lastIndex = 0; at = pump; pattern.test(pump + '\\u0001'); return false })"
  const sandbox = {
    at: '',
    pumps: pumpsOf(pattern),
    pattern: new RegExp(pattern.source, pattern.flags),
  }
  try {
    runInNewContext(ask, sandbox, { timeout: patienceMs })
  } catch {
    slow.push(sandbox.at.slice(0, 10))
  }
  expect(slow).toEqual([])
})
