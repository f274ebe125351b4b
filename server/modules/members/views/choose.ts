import type { Audience } from '@zhixing/contract'
import { and, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { within } from '../../../kernel/reach.ts'
import { holding } from '../../../kernel/search.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { conditionOf, presentOn } from '../../audience/index.ts'
import { organizations } from '../../organizations/table.ts'
import { tidyIdNumber } from '../rules/id-number.ts'
import { members } from '../table.ts'

type Chosen = { readonly text: string; readonly audience: Audience }

/** The members that a screen asks for: those of the roll on the day, in the reach, of the audience, with the text. */
export function chosenBy(
  { text, audience }: Chosen,
  { reach, day, vault }: { reach: Reach; day: Day; vault: Pick<Vault, 'indexes'> },
): SQL | undefined {
  return and(
    within(reach, organizations.path),
    presentOn(day),
    conditionOf(audience, day).sql,
    text === '' ? undefined : havingText(text, vault),
  )
}

/** Whether nothing is asked of them but to be there. */
export function choosesAll({ text, audience }: Chosen): boolean {
  const asked: unknown[] = Object.values(audience)
  return text === '' && asked.every(isNothing)
}

function isNothing(one: unknown): boolean {
  return one === undefined || (Array.isArray(one) && one.length === 0)
}

/** By name, by its sound or initials, or by the whole of a citizen's or a phone number: parts of those find nobody. */
function havingText(text: string, vault: Pick<Vault, 'indexes'>): SQL | undefined {
  const digits = tidyIdNumber(text)
  if (/^\d{17}[\dX]$/.test(digits)) return oneOf(members.idNumberIndex, vault.indexes(digits))
  if (/^1\d{10}$/.test(digits)) return oneOf(members.phoneIndex, vault.indexes(digits))

  const sound = text.toLowerCase().replace(/[^a-z]/g, '')
  const isSound = sound !== '' && /^[a-z\s]+$/i.test(text)
  return or(
    holding([members.name], text),
    isSound ? sql`replace(${members.nameKey}, ' ', '') like ${`%${sound}%`}` : undefined,
  )
}
