import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { withClient } from '../cluster.ts'
import { postmasterOf, processesBelow } from '../launch.ts'
import { fillDisk } from '../small-disk.ts'

/** What lasts, and passes: nothing is killed, and nobody has to be started again. */
export type Trouble = 'away' | 'disk'

type Place = { readonly dataDir: string; readonly url: string }

const ways: Readonly<Record<Trouble, (place: Place) => Promise<() => void>>> = {
  /** PostgreSQL and all its processes stand still: nobody is refused, and nobody is answered. */
  async away({ dataDir }) {
    const pids = processesBelow(postmasterOf(dataDir) ?? 0)
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    return () => pids.forEach((pid) => process.kill(pid, 'SIGCONT'))
  },
  /** No byte is left, and PostgreSQL needs more than it has put by. */
  async disk({ dataDir, url }) {
    const ballast = join(dataDir, 'ballast')
    fillDisk(ballast)
    const rows = 'select repeat(md5(i::text), 300) from generate_series(1, 300000) as i'
    await withClient(url, (client) => client.query(`create table wide as ${rows}`)).catch(
      () => undefined,
    )
    return () => rmSync(ballast)
  },
}

/** Begins it, waits, and ends it. */
export async function endure(trouble: Trouble, seconds: number, place: Place): Promise<void> {
  const end = await ways[trouble](place)
  await pause(seconds * 1_000).finally(end)
}
