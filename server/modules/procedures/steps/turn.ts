import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { holidaysKnown } from '../../holidays/index.ts'
import { ruleAt } from '../../rules/index.ts'
import type { RuleKey } from '../../rules/index.ts'
import { dayAfter } from '../rules.ts'
import type { Step, Wait } from '../rules.ts'
import { changeCase, findLog, keepLog } from '../store.ts'
import type { Case } from '../store.ts'

export function turnOf({ key, decidedBy, isAbove, side = 'home' }: Step, now: Date) {
  return { step: key, decidedBy, isAbove, side, since: now }
}

type Counted = Pick<Case, 'path' | 'startedOn' | 'marks'>

/** From when and until when a step may be decided, by the rules of the day on which the case began. */
export async function daysOf(db: Reader, counted: Counted, step: Step) {
  const holidays = await holidaysKnown(db)
  const at = async (wait: Wait | null) => {
    if (!wait) return null
    const count = await countOf(db, wait.count, counted)
    return count === null ? null : dayAfter({ ...wait, count }, counted, holidays)
  }
  const earliest = []
  for (const wait of step.earliest)
    // A step has one or two of them.
    // oxlint-disable-next-line no-await-in-loop
    earliest.push(await at(wait))
  return {
    earliestOn: earliest.reduce(
      (last, day) => (last === null || (day ?? '') > last ? day : last),
      null,
    ),
    dueOn: await at(step.latest),
    limitOn: await at(step.limit),
  }
}

async function countOf(db: Reader, count: number | string, { path, startedOn }: Counted) {
  if (typeof count === 'number') return count
  // Declared with its key, kept as text.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { value } = await ruleAt(db, count as RuleKey, { path, day: startedOn })
  return typeof value === 'number' ? value : null
}

type Written = {
  readonly step: Step
  readonly outcome: { readonly key: string; readonly name: string; readonly to: string }
  readonly reason: string
  readonly fileIds: readonly string[]
  readonly isLate: boolean
  readonly on?: Day
  readonly actor: Pick<Actor, 'accountId' | 'name'>
  readonly now: Date
}

export async function writeDown(
  tx: Db,
  { unitId, id }: Pick<Case, 'unitId' | 'id'>,
  written: Written,
) {
  const { step, outcome, reason, fileIds, isLate, actor, now, on = dayOf(now) } = written
  const log = await findLog(tx, unitId, [id])
  await keepLog(tx, {
    unitId,
    caseId: id,
    sequence: log.length + 1,
    step: step.key,
    stepName: step.name,
    outcome: outcome.key,
    outcomeName: outcome.name,
    to: outcome.to,
    reason,
    papers: fileIds,
    byId: actor.accountId,
    byName: actor.name,
    at: now,
    on,
    isLate,
  })
}

/** Gives the turn to a step, with the days that follow from what has been noted. */
export async function moveOn(tx: Db, found: Case, to: string, now: Date): Promise<void> {
  const next = found.steps.find(({ key }) => key === to)
  if (!next) throw new Error(`${to} is no step of ${found.kind}`)
  const { marks } = found
  await changeCase(tx, found, { marks, ...turnOf(next, now), ...(await daysOf(tx, found, next)) })
}
