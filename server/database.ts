import { Client, DatabaseError } from 'pg'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'
import type { Departure } from './departure.ts'
import { Occupied, startEmbedded } from './kernel/embedded-postgres.ts'
import type { Replica } from './kernel/replica.ts'
import { alreadyRunning, clusterFolder, codeOf, forgetAddress } from './neighbours.ts'

const oldest = 15

/** The database that was named, or one of our own; its address. */
export async function openDatabase(
  config: Config,
  departure: Departure,
  onLost: (cause: unknown) => void,
): Promise<string> {
  if (config.DATABASE_URL) {
    await refuseUnusable(config.DATABASE_URL)
    return config.DATABASE_URL
  }
  try {
    const embedded = await startEmbedded(clusterFolder(config), { onLost })
    departure.last(() => embedded.stop())
    forgetAddress(config)
    departure.last(async () => forgetAddress(config))
    return embedded.url
  } catch (cause) {
    if (cause instanceof Occupied) throw alreadyRunning(config)
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(codeOf(cause)))
      throw new CannotStart(
        `无法写入数据目录 ${config.DATA_DIR}，请检查 DATA_DIR。Cannot write to ${config.DATA_DIR}: check DATA_DIR.`,
      )
    if (cause instanceof Error && cause.message.includes('could not look up effective user ID'))
      throw new CannotStart(
        '当前用户在系统中没有名字，自带的 PostgreSQL 无法运行，请设置 DATABASE_URL。Our own PostgreSQL needs a user that the system knows by name: set DATABASE_URL.',
      )
    throw cause
  }
}

/** The copy to look at, if one was named. One that is away may come later; one of another database never fits. */
export async function findReplica(config: Config, primary: string): Promise<Replica | undefined> {
  if (!config.DATABASE_READ_URL) return undefined
  const { openReplica } = await import('./kernel/replica.ts')
  const connectionsMax = config.DATABASE_CONNECTIONS
  const replica = await openReplica(config.DATABASE_READ_URL, { primary, connectionsMax })
  if (replica.first !== 'foreign') return replica
  await replica.close()
  throw new CannotStart(
    'DATABASE_READ_URL 不是 DATABASE_URL 的流复制备库，请改正或去掉。DATABASE_READ_URL is no standby of DATABASE_URL: correct or remove it.',
  )
}

async function refuseUnusable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 30_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    )
    const version = rows[0]?.version ?? 0
    if (version < oldest)
      throw new CannotStart(
        `数据库版本过低：PostgreSQL ${version}，至少需要 ${oldest}。PostgreSQL ${version} is too old: ${oldest} is the oldest that works.`,
      )
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause
    const words = cause instanceof DatabaseError ? cause.message : codeOf(cause) || String(cause)
    throw new CannotStart(
      `无法连接 DATABASE_URL 指定的数据库：${words}。Cannot reach the database of DATABASE_URL: ${words}.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}
