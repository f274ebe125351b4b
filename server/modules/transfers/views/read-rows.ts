import { and, asc, desc, eq, inArray, isNotNull, lte, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { addDays, daysBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { decidersOf } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { procedureCases } from '../../procedures/table.ts'
import { open, pocketOf, running, wayOf } from '../rules/way.ts'
import type { Transfer } from '../store.ts'
import { transfers } from '../table.ts'

const later = alias(transfers, 'later')

/** Followed by another one of the same person that was not given up, or nobody's business because they have left. */
function isReplaced(db: Reader): SQL<boolean> {
  const again = db
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.unitId, transfers.unitId),
        sql`(${later.memberId} = ${transfers.memberId} or ${later.idNumberIndex} = ${transfers.idNumberIndex})`,
        sql`${later.at} > ${transfers.at}`,
        not(inArray(later.state, ['declined', 'withdrawn'])),
      ),
    )
  const left = db
    .select({ one: sql`1` })
    .from(members)
    .where(
      and(
        eq(members.unitId, transfers.unitId),
        eq(members.id, transfers.memberId),
        isNotNull(members.leftOn),
      ),
    )
  return sql<boolean>`(exists ${again} or exists ${left})`
}

/** 口袋党员, as the database asks for them; `pocketOf` says which kind. */
export function isPocket(db: Reader, today: Day, days: number): SQL | undefined {
  return or(
    and(inArray(transfers.state, [...running]), lte(transfers.issuedOn, addDays(today, -days))),
    and(eq(transfers.state, 'expired'), sql`not ${isReplaced(db)}`),
  )
}

export const chosen = {
  open: () => inArray(transfers.state, [...open]),
  pocket: isPocket,
  received: () => eq(transfers.state, 'received'),
  closed: () => inArray(transfers.state, ['returned', 'expired', 'declined', 'withdrawn']),
}

type Asked = {
  readonly where: SQL | undefined
  readonly reach: Reach
  readonly today: Day
  readonly pocketDays: number
  readonly page?: number
  readonly size?: number
}

/** Transfers with the step whose turn it is, seen from a place. */
export async function readTransfers(
  db: Reader,
  { where, reach, today, pocketDays, page = 1, size = 50 }: Asked,
) {
  const rows = await db
    .select({ transfer: transfers, case: procedureCases, isReplaced: isReplaced(db) })
    .from(transfers)
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, transfers.unitId), eq(procedureCases.id, transfers.caseId)),
    )
    .where(where)
    .orderBy(
      sql`${transfers.endedOn} desc nulls first`,
      sql`${transfers.validUntil} asc nulls last`,
      asc(transfers.startedOn),
      desc(transfers.id),
    )
    .limit(size)
    .offset((page - 1) * size)
  const at = { reach, today, pocketDays }
  return rows.map((row) => ({
    transfer: row.transfer,
    case: row.case,
    row: rowOf(row.transfer, row.case, { ...at, isReplaced: row.isReplaced }),
  }))
}

type At = Pick<Asked, 'reach' | 'today' | 'pocketDays'> & { readonly isReplaced: boolean }

function rowOf(one: Transfer, found: Case, { reach, today, pocketDays, isReplaced: replaced }: At) {
  const { unitId, id: transferId, memberId, name, route, state, fromName, toName } = one
  const { startedOn, issuedOn, validUntil } = one
  const isRunning = running.includes(state)
  const isOver = found.state !== 'open'
  const step = found.steps.find(({ key }) => key === found.step)
  const standing = { state, step: found.step, issuedOn, isReplaced: replaced }
  return {
    unitId,
    transferId,
    memberId,
    name,
    route,
    way: wayOf(one, (path) => covers(reach, path)),
    state,
    fromName,
    toName,
    startedOn,
    letter: letterOf(one),
    pocket: pocketOf(standing, today, pocketDays),
    heldDays: isRunning && issuedOn ? daysBetween(issuedOn, today) : null,
    daysLeft: isRunning && validUntil ? daysBetween(today, validUntil) : null,
    stepName: isOver ? '' : (step?.name ?? ''),
    deciders: isOver ? '' : decidersOf(found),
  }
}

export function letterOf(one: Transfer) {
  const { letterNumber: number, issuedOn, validDays, validUntil, duesPaidTo, issuer } = one
  if (number === null || issuedOn === null || validDays === null) return null
  if (validUntil === null || duesPaidTo === null) return null
  return { number, issuedOn, validDays, validUntil, duesPaidTo, issuer }
}

/** Those whose other end is somewhere else and who are still on the roll here. */
export const isOutNotReceived = and(
  inArray(transfers.state, [...running]),
  not(eq(transfers.route, 'in')),
)
