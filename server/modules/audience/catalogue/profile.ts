import type { layers } from '@zhixing/contract/profile-words.ts'
import { sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import { floatingStays } from '../../floating/table.ts'
import { members } from '../../members/table.ts'
import { any, textArray } from './condition.ts'
import type { Condition, Post } from './condition.ts'
import { postIn } from './position.ts'

type Layer = keyof typeof layers

const heads: readonly Post[] = ['secretary', 'deputySecretary', 'firstSecretary']
const workers: readonly Post[] = [
  'organizationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'officer',
  'groupLeader',
]

/** Who leads an organization, who does its work, who is a cadre by rank; somebody may be of several layers. */
export function layerIn(wanted: readonly Layer[], day: Day): Condition {
  const conditions: Readonly<Record<Layer, Condition>> = {
    head: postIn(heads, day),
    worker: postIn(workers, day),
    cadre: rankIn(['county', 'section']),
  }
  return any(wanted.map((layer) => conditions[layer]))
}

export function rankIn(ranks: readonly string[]): Condition {
  return {
    holds: ({ rank }) => ranks.includes(rank),
    sql: sql`(${members.rank} = any(${textArray(ranks)}))`,
  }
}

export function tradeIn(trades: readonly string[]): Condition {
  return {
    holds: ({ trade }) => trade !== null && trades.includes(trade),
    sql: sql`coalesce(${members.trade} = any(${textArray(trades)}), false)`,
  }
}

export function traitIn(wanted: readonly string[]): Condition {
  return {
    holds: ({ traits }) => traits.some((trait) => wanted.includes(trait)),
    sql: sql`(${members.traits} ?| ${textArray(wanted)})`,
  }
}

export function ruralTypeIn(types: readonly string[]): Condition {
  return {
    holds: ({ ruralType }) => ruralType !== null && types.includes(ruralType),
    sql: sql`coalesce(${members.ruralType} = any(${textArray(types)}), false)`,
  }
}

export const isRestructured: Condition = {
  holds: (subject) => subject.isRestructured,
  sql: sql`${members.isRestructured}`,
}

/** The stay of the member at hand that is open. */
export const openStay = sql`${floatingStays.unitId} = ${members.unitId}
  and ${floatingStays.memberId} = ${members.id} and ${floatingStays.endedOn} is null`

/** Away, as the roll says, and for work, as the ledger of floating members says. */
export const isStayForWork: Condition = {
  holds: ({ stayReason }) => stayReason === 'work',
  sql: sql`exists (select from ${floatingStays} where ${openStay} and ${floatingStays.reason} = 'work')`,
}
