import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, isProgram, pinnedNode, root } from './ensure-installed.mjs'
import { forwardSignals, run } from './run.mjs'

/*
 * npm run build [-- --if-stale]: the pages of web/admin and web/mobile and the server as a few files, each in its dist,
 * with a note of what it was made from.
 */

const pages = ['web/admin', 'web/mobile'].filter((app) => existsSync(join(root, app, 'index.html')))

/** What each is made from; both pages share a kit and the contract. */
const parts = [
  ...pages.map((place) => ({ place, from: ['contract', 'web'], options: [place] })),
  {
    place: 'server',
    from: ['contract', 'server', 'tools/server.vite.config.ts'],
    options: ['--config', 'tools/server.vite.config.ts'],
  },
]

export async function buildIfStale() {
  await Promise.all(parts.filter((part) => noteOf(part) !== digest(part)).map(build))
}

/** Into a folder of its own first: what is being served stays whole, and a broken build leaves no trace. */
async function build(part) {
  const [dist, fresh] = ['dist', `dist.${process.pid}`].map((name) => join(root, part.place, name))
  const sources = digest(part)
  process.stdout.write(`Building ${part.place} …\n`)
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...part.options]
  const options = ['--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  // Whoever builds from a test would otherwise get the pages of a workshop.
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(pinnedNode, [...vite, ...options], { cwd: root, env })
  if (part.place !== 'server')
    await run(pinnedNode, [join(root, 'tools/press.ts'), fresh], { cwd: root })
  writeFileSync(join(fresh, '.made-from'), sources)
  rmSync(dist, { recursive: true, force: true })
  renameSync(fresh, dist)
}

function noteOf({ place }) {
  const note = join(root, place, 'dist/.made-from')
  return existsSync(note) ? readFileSync(note, 'utf8') : ''
}

/** The place counts too: what was built knows where it lies. */
function digest({ from }) {
  const hash = createHash('sha256').update(root)
  for (const file of ['package-lock.json', ...from.flatMap(filesIn)])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(folder) {
  if (/\.[a-z]+$/.test(folder)) return [folder]
  const names = readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !/^dist(\.|$)|\.test\.tsx?$/.test(name))
    .map((one) => (one.isDirectory() ? `${one.name}/` : one.name))
  return names
    .toSorted()
    .flatMap((name) =>
      name.endsWith('/') ? filesIn(`${folder}/${name.slice(0, -1)}`) : [`${folder}/${name}`],
    )
}

if (isProgram(import.meta.url)) {
  forwardSignals()
  await ensureInstalled()
  if (process.argv.includes('--if-stale')) await buildIfStale()
  else await Promise.all(parts.map(build))
}
