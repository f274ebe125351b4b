import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { missing } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { ownView } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { decidersOf, mayKnow, refuseRight } from '../catalogue/right.ts'
import { findCases, findLog } from '../store.ts'
import type { Case } from '../store.ts'

/** Everything that was decided about a subject, each time it was put forward. */
export const show = ownView(
  contract.procedures.show,
  async ({ db, now, actor }, { unitId, subject }) => {
    const found = await findCases(db, unitId, subject)
    const known = found.filter((row) => mayKnow(actor, row.case))
    if (known.length === 0) throw missing('procedures.unknown')
    const ids = known.map((row) => row.case.id)
    const log = Map.groupBy(await findLog(db, unitId, ids), ({ caseId }) => caseId)
    const files = await filesOf(
      db,
      ids.map((id) => `case:${id}`),
    )
    const today = dayOf(now)
    return {
      cases: known.map(({ case: one }) => {
        const rows = log.get(one.id) ?? []
        const passed = new Set(rows.map(({ step }) => step))
        return {
          caseId: one.id,
          name: one.name,
          title: one.title,
          state: one.state,
          startedByName: one.startedByName,
          startedAt: one.startedAt.toISOString(),
          finishedAt: one.finishedAt?.toISOString() ?? null,
          steps: one.steps.map((step) => ({
            key: step.key,
            name: step.name,
            deciders: decidersOf(step),
            isPassed: passed.has(step.key) && (one.state !== 'open' || one.step !== step.key),
          })),
          log: rows.map(({ at, papers, ...row }) => ({
            ...row,
            at: at.toISOString(),
            files: (files.get(`case:${one.id}`) ?? []).filter(({ fileId }) =>
              papers.includes(fileId),
            ),
          })),
          current: currentOf(one, actor, today),
        }
      }),
    }
  },
)

function currentOf(one: Case, actor: Actor, today: string) {
  const step = one.steps.find(({ key }) => key === one.step)
  if (one.state !== 'open' || !step) return null
  const problem = refuseRight(actor, one)
  return {
    ...turnOf(one, today),
    outcomes: step.outcomes.map(({ key, name, needsReason }) => ({ key, name, needsReason })),
    papers: step.papers.map(({ key, name }) => ({ key, name })),
    refusal: problem ? sentenceOf(problem) : null,
  }
}

/** Whose turn it is, since when, and until when. */
export function turnOf(one: Case, today: string) {
  const step = one.steps.find(({ key }) => key === one.step)
  return {
    step: one.step,
    stepName: step?.name ?? one.step,
    deciders: decidersOf(one),
    since: dayOf(one.since),
    earliestOn: one.earliestOn,
    dueOn: one.dueOn,
    isLate: one.dueOn !== null && today > one.dueOn,
  }
}
