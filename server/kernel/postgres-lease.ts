import { Client, DatabaseError } from 'pg'

/**
 * Who uses an embedded PostgreSQL, said by a lock inside it: the lock goes when its holder does, however it ended, so
 * there is nothing stale to clean up and no process number to mistake.
 */
export type Lease = {
  readonly url: string
  readonly client: Client
  readonly onEnd: (body: () => void) => void
  readonly end: () => Promise<void>
}

const key = 0x7a78

/** Nothing, if the place is taken. */
export async function askForLease(
  url: string,
  mode: 'alone' | 'together',
): Promise<Lease | undefined> {
  const client = await connect(url)
  let ended = false
  const listeners: (() => void)[] = []
  client.once('end', () => {
    ended = true
    for (const listener of listeners) listener()
  })

  const lock = mode === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
  const { rows } = await client.query<{ held: boolean }>(`select ${lock}($1) as held`, [key])
  if (rows[0]?.held)
    return {
      url,
      client,
      onEnd: (body) => (ended ? body() : void listeners.push(body)),
      end: () => client.end().catch(() => undefined),
    }
  await client.end()
  return undefined
}

/** Whether nobody else holds a shared lease; from here on nobody new gets one. */
export async function isLastHolder({ client }: Lease): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [key])
  const { rows } = await client.query<{ alone: boolean }>(
    'select pg_try_advisory_lock($1) as alone',
    [key],
  )
  return rows[0]?.alone === true
}

/** PostgreSQL answers before it is ready, and says so; after a crash that may take minutes. */
export function isStillStarting(cause: unknown): boolean {
  return cause instanceof DatabaseError && cause.code === '57P03'
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'zhixing lease' })
  // Its end is what matters; without a listener an error would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
