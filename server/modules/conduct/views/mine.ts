import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { ownView } from '../../../kernel/view.ts'
import { memberBehind } from '../../accounts/index.ts'
import { findMember } from '../../members/index.ts'
import { oneOf } from '../../../kernel/many.ts'
import { and, eq } from 'drizzle-orm'
import { procedureCases } from '../../procedures/table.ts'
import { clocksAt } from '../catalogue/clocks.ts'
import { isInForce } from '../rules/sanction.ts'
import { appealDay, appealOf, correctionOf } from '../steps/file.ts'
import { subjectOf } from '../steps/require.ts'
import { taskRow } from '../steps/task.ts'
import { findCasesOf } from '../store/cases.ts'
import type { ConductCase } from '../store/cases.ts'
import { findSanctionsOf } from '../store/registers.ts'
import { findTasksOf } from '../store/tasks.ts'

/** My clocks, my tasks, and what is decided about me; also for somebody who is off the roll by it. */
export const mine = ownView(contract.conduct.mine, async ({ db, now, vault, actor }) => {
  const day = dayOf(now)
  const nothing = { clocks: [], isExcused: false, tasks: [], cases: [], sanctions: [] }
  const self = await memberBehind(db, actor.accountId)
  const found = self && (await findMember(db, ['/'], self))
  if (!self || !found) return { ...nothing, isMember: false, day }
  const { unitId, memberId } = self
  const [watched] = await clocksAt(db, { path: found.path, memberId, now })
  const tasks = await findTasksOf(db, self)
  const sanctions = await findSanctionsOf(db, unitId, memberId)
  return {
    isMember: true,
    day,
    clocks: watched ? [...watched.clocks] : [],
    isExcused: watched?.isExcused ?? false,
    tasks: tasks.map((row) => taskRow(row, day)),
    cases: await ownCases({ db, vault, day }, self),
    sanctions: sanctions
      .filter((one) => isInForce(one, day))
      .map(({ id, kind, authority, document, from, until, votelessUntil }) => ({
        sanctionId: id,
        kind,
        authority,
        document,
        from,
        until,
        votelessUntil,
      })),
  }
})

type Eyes = { readonly db: Reader; readonly vault: Pick<Vault, 'open'>; readonly day: Day }

/** The facts they answer to, their own word, the decision; not what others noted down. */
async function ownCases(
  { db, vault, day }: Eyes,
  self: { readonly unitId: string; readonly memberId: string },
) {
  const cases = await findCasesOf(db, self)
  const ways = await db
    .select()
    .from(procedureCases)
    .where(
      and(
        eq(procedureCases.unitId, self.unitId),
        oneOf(procedureCases.subject, cases.map(subjectOf)),
      ),
    )
  const rows = []
  for (const one of cases) {
    const way = ways.find(({ subject }) => subject === subjectOf(one))
    const open = (text: string | null) => (text === null ? '' : vault.open(text))
    // Nobody has more than a few.
    // oxlint-disable-next-line no-await-in-loop
    const until = await appealDay(db, one)
    rows.push({
      unitId: one.unitId,
      caseId: one.id,
      kind: one.kind,
      ground: one.ground,
      state: one.state,
      stepName: way?.state === 'open' ? stepOf(way) : '',
      facts: open(one.factsSealed),
      statement: one.statementSealed === null ? null : open(one.statementSealed),
      correction: correctionOf(one, open),
      decidedOn: one.decidedOn,
      appealUntil: until,
      appeal: appealOf(one, until, open),
      maySpeak: one.state === 'open' && one.decidedOn === null && one.statementWay !== 'own',
      mayAppeal: mayAppeal(one, until, day),
    })
  }
  return rows
}

function stepOf({ steps, step }: typeof procedureCases.$inferSelect): string {
  return steps.find(({ key }) => key === step)?.name ?? ''
}

function mayAppeal({ appealState }: ConductCase, until: Day | null, day: Day): boolean {
  return appealState === null && until !== null && day <= until
}
