import type { Surroundings } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'

/** Which of these ids a capability keeps bytes under. */
export type Keeper = (db: Reader, ids: readonly string[]) => Promise<readonly string[]>

const restMillis = 3_600_000
/** What lay there longer has been asked about often enough. */
const spanMillis = 30 * 86_400_000

/**
 * Takes away what no row speaks of: uploads that were cut off with their server, and files whose transaction came to
 * nothing. What was touched within the hour is still on its way. Answers how many there were.
 */
export async function sweepFiles(
  { db, files, now }: Pick<Surroundings, 'db' | 'files' | 'now'>,
  keepers: readonly Keeper[],
  restedMillis = restMillis,
): Promise<number> {
  let swept = 0
  const until = now().getTime() - restedMillis
  for await (const found of files.touchedBetween(new Date(until - spanMillis), new Date(until))) {
    const ids = found.filter(isId)
    const kept = await Promise.all(keepers.map((keeper) => keeper(db, ids)))
    const known = new Set(kept.flat())
    const strays = ids.filter((id) => !known.has(id))
    for (const id of strays) await files.remove(id)
    swept += strays.length
  }
  return swept
}

/** What has another name was not put there by us. */
function isId(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)
}
