import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'

/* What has passed is not looked at again until something changes that it was about. */
const root = join(import.meta.dirname, '..')
const kept = join(root, 'node_modules/.cache/passed.json')
const notOurs = /^(node_modules|dist(\..*)?)$/
/** What decides about every folder: the rules, and the versions of what applies them. */
const always = ['.oxlintrc.json', 'package-lock.json', 'tsconfig.json', 'tools/rooms.js']

/** The digest with which a check has passed, by its name. */
const Passed = z.record(z.string(), z.string())

/** The content of folders, and of what judges them, as one digest. */
export function digestOf(folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx,js,mjs,json,css}`, {
      cwd: root,
      exclude: (name) => notOurs.test(basename(name)),
    }),
  )
  const hash = createHash('sha256')
  for (const file of [...always, ...files.toSorted()])
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update('\n')
  return hash.digest('hex')
}

export function readPassed(): Record<string, string> {
  try {
    return Passed.parse(JSON.parse(readFileSync(kept, 'utf8')))
  } catch {
    return {}
  }
}

export function keepPassed(passed: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(kept, JSON.stringify(passed))
}
