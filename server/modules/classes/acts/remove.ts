import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { countCredited } from '../../ledgers/index.ts'
import { requireClass } from '../steps/require.ts'
import { removeClass } from '../store/classes.ts'
import { findSessions } from '../store/sessions.ts'

/** A class that nobody was told of may go; one that hours were credited for never does. */
export const remove = act(contract.classes.remove, async ({ tx, reach }, { reason, ...key }) => {
  const { kept } = await requireClass(tx, reach, key)
  const words = { 名称: kept.title }
  const sources = (await findSessions(tx, key)).map(({ id }) => id)
  const credited = await countCredited(tx, [kept.id, ...sources])
  if (credited > 0) throw conflict('classes.hoursPosted', { ...words, 人数: credited })
  if (kept.announcedAt) throw conflict('classes.begun', words)
  await removeClass(tx, kept)
  const before = { title: kept.title, state: kept.state }
  return {
    value: {},
    place: kept,
    change: { subject: `class:${kept.id}`, before, after: { removed: true, reason } },
  }
})
