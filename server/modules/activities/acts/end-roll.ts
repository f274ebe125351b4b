import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { changeActivity } from '../store/activities.ts'

export const endRoll = act(contract.activities.endRoll, async ({ tx, now, reach }, key) => {
  const held = await openRecord(tx, reach, key)
  const { lacks } = await readRecord(tx, held, now)
  const unmarked = lacks.find(({ reason }) => reason === 'activities.unmarked')
  if (unmarked) throw conflict(unmarked.reason, unmarked.words)

  const place = placeOf(held)
  if (held.activity.rollEndedAt) return { value: {}, place, change: 'none' }
  await changeActivity(tx, held.activity, { rollEndedAt: now })
  return { value: {}, place, change: { subject: subjectOf(held), after: { rollEnded: true } } }
})

export const resumeRoll = act(contract.activities.resumeRoll, async ({ tx, reach }, key) => {
  const held = await openRecord(tx, reach, key)
  const place = placeOf(held)
  if (!held.activity.rollEndedAt) return { value: {}, place, change: 'none' }
  await changeActivity(tx, held.activity, { rollEndedAt: null })
  return { value: {}, place, change: { subject: subjectOf(held), after: { rollEnded: false } } }
})
