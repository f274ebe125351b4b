import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict } from '../../../kernel/problem.ts'
import { verifyJob } from '../jobs.ts'
import { findPlaces, isVerifying } from '../store.ts'

/** Asks for the walk along the chains of every unit the auditor watches; one walk at a time. */
export const verify = act(contract.audit.verify, async ({ tx, now, actor, reach }) => {
  if (await isVerifying(tx, actor.accountId)) throw conflict('audit.running')

  const places = await findPlaces(tx, reach)
  const [place = actor.place] = places
  const units = [...new Set(places.map(({ unitId }) => unitId))]
  const title = '核对留痕'
  const ask = { place, title, requestedBy: actor.accountId, input: { units }, now }
  const jobId = await enqueue(tx, verifyJob, ask)
  return {
    value: { unitId: place.unitId, jobId },
    place,
    change: { subject: `audit:${jobId}` },
  }
})
