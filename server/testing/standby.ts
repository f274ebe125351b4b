import { execFile } from 'node:child_process'
import { appendFile, chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startEmbedded } from '../kernel/embedded-postgres.ts'
import type { Embedded } from '../kernel/embedded-postgres.ts'

export type Pair = {
  readonly primary: string
  readonly standby: string
  /** Stops the standby as if its machine were gone, and brings it back. */
  readonly loseStandby: () => Promise<void>
  readonly bringBack: () => Promise<void>
  readonly close: () => Promise<void>
}

const copyTree = promisify(execFile)
/** Nothing here outlives a power cut, and nothing has to. */
const hasty = { fsync: 'off', full_page_writes: 'on', max_connections: '60' }

/** A PostgreSQL of our own, and a second one that follows it by streaming: the first is copied while it is stopped. */
export async function startPair(): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-pair-'))
  // Open to the user that PostgreSQL runs as when root tests.
  await chmod(folder, 0o711)
  const [leading, following] = [join(folder, 'primary'), join(folder, 'standby')]
  const settings = { ...hasty, wal_level: 'replica', hot_standby: 'on' }

  const founded = await startEmbedded(leading, { settings })
  await founded.stop()
  await copyTree('cp', ['-a', leading, following])
  const primary = await startEmbedded(leading, { settings })
  const cluster = join(following, 'cluster')
  const signal = join(cluster, 'postgresql.auto.conf')
  await appendFile(signal, `primary_conninfo = '${conninfoOf(primary.url)}'\n`)
  // With the owner that the copied file has, whoever we are.
  await copyTree('cp', ['-a', signal, join(cluster, 'standby.signal')])

  let standby: Embedded | undefined = await startEmbedded(following, { settings })
  const { url } = standby
  return {
    primary: primary.url,
    standby: url,
    async loseStandby() {
      await standby?.stop()
      standby = undefined
    },
    async bringBack() {
      standby = await startEmbedded(following, { settings })
    },
    async close() {
      await standby?.stop()
      await primary.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function conninfoOf(text: string): string {
  const url = new URL(text)
  const host = url.searchParams.get('host') ?? url.hostname
  return `host=${host} port=${url.port} user=${url.username} password=${url.password}`
}
