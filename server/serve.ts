import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildApp } from './app.ts'
import { chores } from './chores.ts'
import type { Config } from './config.ts'
import { findReplica } from './database.ts'
import { findDemoAccounts, plantDemo } from './demo/index.ts'
import type { DemoAccount } from './demo/index.ts'
import type { Departure } from './departure.ts'
import { openDoor } from './door.ts'
import { identifyBy } from './identity.ts'
import { declaredJobs } from './jobs.ts'
import type { Surroundings } from './kernel/caller.ts'
import type { Connections, Db } from './kernel/db.ts'
import { openDb } from './kernel/db.ts'
import { startChores } from './kernel/chores.ts'
import { startWorker } from './kernel/job-worker.ts'
import { openFileStore } from './kernel/files.ts'
import { journalOf } from './kernel/journal.ts'
import { migrate } from './kernel/migrate.ts'
import { watchPressure } from './kernel/pressure.ts'
import { meterBy } from './meter.ts'
import { issueFoundingCode } from './modules/accounts/index.ts'
import { seedRules } from './modules/rules/index.ts'
import { explainListening, noteAddress } from './neighbours.ts'
import { openOwnVault } from './own-vault.ts'
import { buildPackagesApp, listenForPackages } from './packages-origin.ts'
import * as schema from './schema.ts'
import { settleFaces } from './settled-faces.ts'
import { builtFaces } from './web.ts'

type Ground = {
  readonly config: Config
  /** The database, which is there. */
  readonly url: string
  readonly departure: Departure
  readonly say: (line: string) => void
}

const now = () => new Date()
const built = builtFaces(join(import.meta.dirname, '..'))

/** Everything that lives on the database, in the order of need, and the door last. */
export async function serve({ config, url, departure, say }: Ground): Promise<void> {
  await migrate(url, schema)
  departure.goOn()

  const { db, unhurried, connections, standInLine, close } = openBoth(url, config)
  departure.last(close)
  const vault = await openOwnVault(config, db)
  await seedRules(db)
  const files = await openFileStore(join(config.DATA_DIR, 'files'))
  const isDemo = config.DEMO === 'on' && config.NODE_ENV !== 'production'
  if (isDemo) await plantDemo({ db, now, vault, files }, { members: 1200 })
  departure.goOn()
  const surroundings = { db, now, vault, files }
  const identify = identifyBy(db, now)
  const faces = await settleFaces(built, join(config.DATA_DIR, 'pages'))
  const logger = journalOf({ level: config.LOG_LEVEL })
  const monitoring = await monitor(config, { db, connections })
  if (monitoring) departure.last(monitoring.close)
  const packagesAt = await servePackages(surroundings, { config, departure, logger, monitoring })
  departure.goOn()
  const replica = await findReplica(config, url)
  if (replica) departure.last(replica.close)
  const door = openDoor()
  const pressure = watchPressure({ waiting: () => connections().waiting, standInLine })
  departure.last(async () => pressure.stop())
  const app = await buildApp({
    ...surroundings,
    identify,
    faces,
    logger,
    packagesAt,
    door,
    replica,
    unhurried,
    pressure,
    meter: meterBy(db, now),
    watch: monitoring?.watchAt('platform'),
  })
  const onError = (error: unknown) => app.log.error(error)
  const stopWorker = await startWork(surroundings, { url, departure, onError })
  const drainMs = config.DRAIN_SECONDS * 1_000
  departure.last(() => app.close(), Math.max(10_000, drainMs))

  const code = await issueFoundingCode(db, { now: now(), vault })
  const shown = isDemo ? await findDemoAccounts(db) : []
  departure.goOn()
  const origin = await app.listen({ host: config.HOST, port: config.PORT }).catch((cause) => {
    throw explainListening(config, cause)
  })
  departure.last(async (inHurry) => {
    door.leave()
    if (!inHurry && drainMs > 0) await Promise.all([pause(drainMs), stopWorker()])
  }, drainMs + 1_000)
  const address = noteAddress(config, Number(new URL(origin).port || 80))
  for (const line of wordsOf({ address, metrics: monitoring?.address, code, shown })) say(line)
}

type Around = Pick<Ground, 'config' | 'departure'> & {
  readonly logger: ReturnType<typeof journalOf>
  readonly monitoring: Awaited<ReturnType<typeof monitor>>
}

/** Course packages, apart from the platform: where browsers reach them. */
async function servePackages(surroundings: Surroundings, around: Around) {
  const { config, departure, logger, monitoring } = around
  const app = await buildPackagesApp(surroundings, logger, monitoring?.watchAt('packages'))
  departure.last(() => app.close())
  return listenForPackages(app, config).catch((cause) => {
    throw explainListening({ ...config, PORT: config.PACKAGES_PORT ?? config.PORT + 1 }, cause)
  })
}

/** The connections that everybody shares, and two beside them for what is counted over a whole province. */
function openBoth(url: string, config: Config) {
  const guarded = config.NODE_ENV !== 'production'
  const shared = openDb(url, { connectionsMax: config.DATABASE_CONNECTIONS, guarded })
  const patience = { statementMillis: 180_000, lineMillis: 600_000 }
  const own = openDb(url, { ...patience, connectionsMax: 2, guarded })
  const close = async () => void (await Promise.all([shared.close(), own.close()]))
  return { ...shared, unhurried: own.db, close }
}

type Told = {
  readonly address: string
  readonly metrics: string | undefined
  readonly code: string | undefined
  readonly shown: readonly DemoAccount[]
}

/** What whoever starts it reads. */
function wordsOf({ address, metrics, code, shown }: Told): readonly string[] {
  return [
    `知行 Zhixing: 控制台 console ${address}/  手机 phone ${address}/m/`,
    ...(metrics ? [`监控 metrics ${metrics}`] : []),
    ...(code ? [`安装码 founding code ${code}  ${address}/found`] : []),
    ...shown.map(lineOf),
  ]
}

/** What the platform does without being called. */
async function startWork(
  surroundings: Surroundings,
  { url, departure, onError }: Pick<Ground, 'url' | 'departure'> & { onError: OnError },
) {
  const worker = await startWorker(surroundings, { declared: declaredJobs, url, onError })
  const housekeeper = await startChores(surroundings, chores, { onError })
  departure.last(() => housekeeper.stop())
  departure.last(() => worker.stop())
  return worker.stop
}

type OnError = (error: unknown) => void

function lineOf({ login, password, office, place }: DemoAccount): string {
  return `  ${login.padEnd(10)} ${password}  ${office}（${place}）`
}

/** Loaded only where it is asked for: what is not loaded delays no start. */
async function monitor(
  config: Config,
  database: { readonly db: Db; readonly connections: () => Connections },
) {
  const { METRICS_PORT: port, METRICS_HOST: host, DATA_DIR: folder } = config
  if (port === undefined) return undefined
  const { openMonitoring } = await import('./monitoring/index.ts')
  const { listen, ...monitoring } = openMonitoring({ ...database, chores, folder })
  const address = await listen({ host, port }).catch((cause) => {
    throw explainListening({ ...config, HOST: host, PORT: port }, cause)
  })
  return { ...monitoring, address }
}
