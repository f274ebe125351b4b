import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/* Runs before the start: the pages are built when they are missing or older than what they are made of. */
const sources = ['web/kit', 'web/admin', 'web/mobile']
const results = ['web/admin/dist/index.html', 'web/mobile/dist/index.html']

const built = Math.min(...results.map(changedAt))
const newest = Math.max(changedAt('package-lock.json'), ...sources.flatMap(filesOf).map(changedAt))
if (built < newest) {
  const npm = process.env.npm_execpath
  const [program, ...args] = npm ? [process.execPath, npm] : ['npm']
  execFileSync(program, [...args, 'run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesOf(path) : [path]
    })
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
