import { globSync, readFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import * as z from 'zod'
import { missingIn } from './named-in-docs.ts'

/* Is what the pages name really there? Files, links and `npm run` scripts of every .md file of the project. */
const root = join(import.meta.dirname, '..')
const notOurs = /^(node_modules|data|dist(\..*)?|\.git)$/
const files = globSync('**/*', { cwd: root, exclude: (name) => notOurs.test(basename(name)) })
  .concat(globSync('.*', { cwd: root }), globSync('.*/*', { cwd: root, exclude: ['.git'] }))
  .map((file) => file.split(sep).join('/'))
const Package = z.object({ scripts: z.record(z.string(), z.string()) })
const { scripts } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

// The acceptance list speaks of the work, not of files.
const pages = files.filter((file) => file.endsWith('.md') && file !== 'docs/mechanisms.md')
const project = { files, scripts: new Set(Object.keys(scripts)) }
const missing = pages.flatMap((page) =>
  missingIn(page, readFileSync(join(root, page), 'utf8'), project),
)
for (const line of missing) process.stdout.write(`${line}\n`)
process.exitCode = missing.length > 0 ? 1 : 0
