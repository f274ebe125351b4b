import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { pinnedNode, root } from './ensure-installed.mjs'
import { forwardSignals, start } from './run.mjs'

/*
 * npm run dev: the server, started again whenever its sources change, and both faces as they are written, each at an
 * address of its own that hands /api on to the server. When one of them ends, all do.
 */
forwardSignals()
const dist = ['admin', 'mobile'].map((app) => join(root, 'web', app, 'dist/index.html'))
if (!dist.every((path) => existsSync(path))) await buildIfStale()

const vite = join(root, 'node_modules/vite/bin/vite.js')
const all = [
  ['--watch', '--watch-preserve-output', 'server/main.ts'],
  [vite, 'web/admin', '--clearScreen', 'false'],
  [vite, 'web/mobile', '--clearScreen', 'false'],
]
const ended = await Promise.race(all.map((args) => start(pinnedNode, args, { cwd: root })))
process.kill(process.pid, 'SIGTERM')
process.exitCode = ended.code
