import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, isProgram, pinnedNode, root } from './ensure-installed.mjs'
import { forwardSignals, run } from './run.mjs'

/* npm run build [-- --if-stale]: the pages of web/admin and web/mobile, each in its dist, with a note of what they were made from. */

const apps = ['admin', 'mobile'].filter((app) => existsSync(join(root, `web/${app}/index.html`)))

export async function buildIfStale() {
  const sources = digest()
  await Promise.all(apps.filter((app) => noteOf(app) !== sources).map((app) => build(app, sources)))
}

/** Into a folder of its own first: what is being served stays whole, and a broken build leaves no trace. */
async function build(app, sources) {
  const [dist, fresh] = ['dist', `dist.${process.pid}`].map((name) => join(root, 'web', app, name))
  process.stdout.write(`Building web/${app} …\n`)
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', join(root, 'web', app)]
  const options = ['--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  // Whoever builds from a test would otherwise get the pages of a workshop.
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(pinnedNode, [...vite, ...options], { cwd: root, env })
  await run(pinnedNode, [join(root, 'tools/press.ts'), fresh], { cwd: root })
  writeFileSync(join(fresh, '.made-from'), sources)
  rmSync(dist, { recursive: true, force: true })
  renameSync(fresh, dist)
}

function noteOf(app) {
  const note = join(root, 'web', app, 'dist/.made-from')
  return existsSync(note) ? readFileSync(note, 'utf8') : ''
}

/** Both apps share a kit and the contract, so one digest serves both. */
function digest() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', ...filesIn('contract'), ...filesIn('web')])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(folder) {
  const names = readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !/^dist(\.|$)/.test(name))
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
  else await Promise.all(apps.map((app) => build(app, digest())))
}
