import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { findMember } from '../../members/index.ts'
import { narrowTo, partsOf } from '../../organizations/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { talksWith } from '../../talks/index.ts'
import { clocksAt, monthsOf, onLadder } from '../catalogue/clocks.ts'
import type { Watched } from '../catalogue/clocks.ts'
import { ladderKeys, stageOrder } from '../rules/clock.ts'
import { findOpenCases } from '../store/cases.ts'
import { findTasksOf, findWarnings } from '../store/tasks.ts'
import { taskRow } from '../steps/task.ts'
import { overview } from '../../overviews/index.ts'

/** Everybody whose clock runs, the gravest first. */
export const listClocks = overview(
  contract.conduct.clocks,
  async ({ db, now, reach, actor }, { organizationId, stage, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const cases = await casesBelow(db, path, actor)
    const counts = { clear: 0, amber: 0, talk: 0, report: 0, case: 0 }
    const [from, until] = [(page - 1) * size, page * size]
    const rows = []
    const inOrder = []
    for (const part of await partsOf(db, path)) {
      const { watched, clear, facesOf } = await onLadder(db, { ...part, now })
      for (const one of watched) {
        counts[one.stage] += 1
        if (stage === undefined || one.stage === stage)
          rows.push(rowOf(one, cases.get(one.memberId)))
      }
      // Those in order stand on no ladder: only those who are shown are looked at.
      const few = clear.slice(Math.max(from - counts.clear, 0), Math.max(until - counts.clear, 0))
      if (stage === 'clear' && few.length > 0) inOrder.push(...(await facesOf(few)))
      counts.clear += clear.length
    }
    const gravestFirst = rows.toSorted(
      (one, other) => stageOrder[other.stage] - stageOrder[one.stage],
    )
    const rules = await rulesAt(db, ladderKeys, { path, day })
    return {
      day,
      counts,
      total: stage === 'clear' ? counts.clear : rows.length,
      rows:
        stage === 'clear'
          ? inOrder.map((one) => rowOf(one, cases.get(one.memberId)))
          : gravestFirst.slice(from, until),
      ladder: (['amber', 'talk', 'report', 'case'] as const).map((key, at) => {
        const { value, clause } = rules[ladderKeys[at] ?? 'conduct.amber']
        return { stage: key, months: value, clause }
      }),
      mayHandle: covers(reachOf(actor.appointments, 'conduct.handle'), path),
    }
  },
)

async function casesBelow(...asked: Parameters<typeof findOpenCases>) {
  const rows = await findOpenCases(...asked)
  return new Map(rows.map(({ memberId, caseId }) => [memberId, caseId]))
}

function rowOf(one: Watched, caseId: string | undefined) {
  const { unitId, memberId, name, organizationId, organizationName, stage, isExcused } = one
  const who = { unitId, memberId, name, organizationId, organizationName }
  return { ...who, stage, isExcused, clocks: [...one.clocks], caseId: caseId ?? null }
}

/** How the three clocks of one member come about, and what was done about them. */
export const showMember = view(contract.conduct.member, async ({ db, now, reach, actor }, key) => {
  const found = await findMember(db, reach, key)
  if (!found || found.member.leftOn) throw missing('members.unknown')
  const { path } = found
  const [watched] = await clocksAt(db, { path, memberId: key.memberId, now })
  if (!watched) throw missing('members.unknown')
  const day = dayOf(now)
  const cases = await casesBelow(db, path, actor)
  const talks = await talksWith(db, key.unitId, key.memberId)
  const warnings = await findWarnings(db, key)
  return {
    ...rowOf(watched, cases.get(key.memberId)),
    day,
    months: monthsOf(watched, now),
    warnings: warnings.map(({ clock, stage, months, on }) => ({ clock, stage, months, on })),
    talks: talks.map(({ plannedOn, heldOn, talkerName }) => ({ plannedOn, heldOn, talkerName })),
    hasOpenTalk: talks.some(({ state }) => state === 'planned' || state === 'following'),
    tasks: (await findTasksOf(db, key)).map((row) => taskRow(row, day)),
    mayHandle: covers(reachOf(actor.appointments, 'conduct.handle'), path),
  }
})
