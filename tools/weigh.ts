import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/* npm run weigh [-- FOLDER]: what a first visit loads, gzipped, from what was built last; too much of it fails. */
const [web = join(import.meta.dirname, '../web')] = process.argv.slice(2)
type Chunk = { file: string; imports?: string[]; isEntry?: boolean; name?: string }

const limits = { admin: 400_000, mobile: 150_000 }

for (const app of ['admin', 'mobile'] as const) {
  const dist = join(web, app, 'dist')
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(dist, '.vite/manifest.json'), 'utf8'),
  )
  const weight = (file: string) => gzipSync(readFileSync(join(dist, file))).length
  const first = withImports(
    manifest,
    Object.keys(manifest).filter((key) => manifest[key]?.isEntry),
  )
  const files = [...first].flatMap((key) => manifest[key]?.file ?? [])
  const total = files.reduce((sum, file) => sum + weight(file), 0)
  const limit = limits[app]
  say(`${app}: first load ${kilobytes(total)} of script, at most ${kilobytes(limit)}`)
  if (total > limit) process.exitCode = 1

  for (const [key, { file, name }] of Object.entries(manifest)) {
    if (first.has(key) || !file.endsWith('.js') || !key.startsWith('src/')) continue
    const own = [...withImports(manifest, [key])].filter((one) => !first.has(one))
    const sum = own.reduce((bytes, one) => bytes + weight(manifest[one]?.file ?? file), 0)
    say(`  then ${name ?? key}: ${kilobytes(sum)}`)
  }
}

function withImports(manifest: Record<string, Chunk>, keys: string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of manifest[key]?.imports ?? []) visit(imported)
  }
  for (const key of keys) visit(key)
  return seen
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
