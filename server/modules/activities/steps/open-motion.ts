import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { MotionKey } from '../store/motions.ts'
import { readMotions } from './read-motions.ts'
import { openRecord } from './open-record.ts'

/** The motion as the form read it, in a record that can still be changed. */
export async function openMotion(
  tx: Db,
  reach: Reach,
  { version, ...key }: MotionKey & { readonly version: number },
) {
  const held = await openRecord(tx, reach, key)
  const motion = (await readMotions(tx, key)).find(({ id }) => id === key.motionId)
  if (!motion) throw missing('motions.unknown')
  if (motion.publishedAt) throw conflict('motions.published')
  if (motion.version !== version) throw conflict('input.stale')
  return { held, motion }
}
