/**
 * Notices: what was said to whom, once, and who has read it.
 * Whoever has something to say calls `sendNotice` in the transaction in which it became true.
 */
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { deliver, deliverEach, hasReceipt, keepNotice, keepNotices } from './store.ts'

/** What hangs on a notice is seen by those it was sent to, and by those who send there. */
export const noticeFiles: FileSubject = {
  kind: 'notice',
  async maySee({ db, actor }, { subject, path }) {
    if (covers(reachOf(actor.appointments, 'notices.send'), path)) return true
    return hasReceipt(db, actor.personId, subject.slice('notice:'.length))
  },
}

export type NewNotice = {
  readonly unitId: string
  readonly path: string
  /** What is said once: "call:<activity>". The same key again reaches only those who have no copy yet. */
  readonly key: string
  readonly kind: string
  readonly from: string
  readonly fromId: string
  readonly title: string
  readonly body: string
  readonly link: string
  /** Members, or accounts of people who are none. */
  readonly personIds: readonly string[]
  readonly now: Date
}

/** Says something to people; returns how many of them it is new to. */
export async function sendNotice(tx: Db, { personIds, now, ...words }: NewNotice): Promise<number> {
  const notice = await keepNotice(tx, { ...words, id: newId(), at: now })
  return deliver(tx, notice, personIds, now)
}

/** A word to each of many people, each with a text of their own; returns those to whom it is new. */
export async function sendToEach(
  tx: Db,
  notices: readonly (Omit<NewNotice, 'personIds' | 'now'> & { readonly personId: string })[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = notices.map(({ personId, ...words }) => ({
    ...words,
    personId,
    id: newId(),
    at: now,
  }))
  const isNew = await keepNotices(tx, rows)
  const fresh = rows.filter(({ id }) => isNew.has(id))
  await deliverEach(tx, fresh, now)
  return new Set(fresh.map(({ personId }) => personId))
}
