import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/*
 * node tools/other-postgres.mjs <folder>: runs the newest PostgreSQL that the machine brought, in a folder of its own,
 * prints its address and stays until it is told to go. Ends at once where there is none.
 */
const [folder] = process.argv.slice(2)
const places = '/usr/lib/postgresql'
const versions = existsSync(places)
  ? readdirSync(places).toSorted((a, b) => Number(b) - Number(a))
  : []
const bin = versions
  .map((version) => join(places, version, 'bin'))
  .find((path) => existsSync(join(path, 'initdb')))
if (!bin) process.exit(0)

const user = process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {}
mkdirSync(folder, { recursive: true, mode: 0o700 })
if (user.uid) chownSync(folder, user.uid, user.gid)

const cluster = join(folder, 'cluster')
const made = spawnSync(
  join(bin, 'initdb'),
  ['-D', cluster, '-U', 'zhixing', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
  {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
if (made.status !== 0) process.exit(1)

const settings = [
  'listen_addresses=',
  `unix_socket_directories=${folder}`,
  'fsync=off',
  'max_connections=300',
]
const server = spawn(
  join(bin, 'postgres'),
  ['-D', cluster, ...settings.flatMap((one) => ['-c', one])],
  {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  },
)
server.stderr.setEncoding('utf8').on('data', (text) => {
  if (text.includes('ready to accept connections'))
    process.stdout.write(
      `postgres://zhixing@localhost/postgres?host=${encodeURIComponent(folder)}\n`,
    )
})
server.once('exit', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => server.kill('SIGINT'))
