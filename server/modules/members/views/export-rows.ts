import type { ExportColumn } from '@zhixing/contract'
import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { memberColumns } from '@zhixing/contract/import-words.ts'
import { rosters, sexes, stages } from '@zhixing/contract/words.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Caller } from '../../../kernel/caller.ts'
import type { Cell, SheetColumn } from '../../../kernel/sheets/index.ts'
import { cohortsOf, rosterOf, subjectColumns, subjectOf } from '../../audience/index.ts'
import type { Subject } from '../../audience/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { RollTicket } from '../steps/roll-tickets.ts'
import { maskAddress, maskIdNumber, maskPhone } from '../rules/mask.ts'
import { members } from '../table.ts'
import { chosenBy } from './choose.ts'

const heap = 1_000

const widths: Readonly<Partial<Record<ExportColumn, number>>> = {
  idNumber: 10,
  organization: 14,
  address: 16,
  cohorts: 16,
}

export function exportHeadings(columns: readonly ExportColumn[]): SheetColumn[] {
  return columns.map((column) => ({ heading: memberColumns[column], width: widths[column] ?? 6 }))
}

/** The rows that a ticket names, some at a time in the order of the names; masked unless it says otherwise. */
export async function* exportRows(
  { db, now, vault }: Pick<Caller, 'db' | 'now' | 'vault'>,
  ticket: RollTicket,
): AsyncGenerator<Cell[][]> {
  const day = dayOf(now())
  const chosen = chosenBy(ticket, { reach: [ticket.path], day, vault })
  let last: { nameKey: string; id: string } | undefined
  for (;;) {
    const rows = await db
      .select({
        ...subjectColumns(day),
        nameKey: members.nameKey,
        occupation: members.occupation,
        idNumberSealed: members.idNumberSealed,
        phoneSealed: members.phoneSealed,
        addressSealed: members.addressSealed,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(
        and(
          chosen,
          last
            ? sql`(${members.nameKey}, ${members.id}) > (${last.nameKey}, ${last.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(members.nameKey), asc(members.id))
      .limit(heap)
    if (rows.length === 0) return
    yield rows.map((row) => {
      const values = valuesOf(
        { ...row, ...subjectOf(row) },
        { day, open: vault.open, isPlain: ticket.isPlain },
      )
      return ticket.columns.map((column) => values[column]())
    })
    const end = rows.at(-1)
    last = end && { nameKey: end.nameKey, id: end.memberId }
  }
}

type Row = Subject & {
  readonly occupation: string
  readonly idNumberSealed: string | null
  readonly phoneSealed: string | null
  readonly addressSealed: string | null
}

type Showing = {
  readonly day: Day
  readonly open: (sealed: string) => string
  readonly isPlain: boolean
}

/** Every column by its name; only those that were asked for are worked out. */
function valuesOf(row: Row, { day, open, isPlain }: Showing): Record<ExportColumn, () => Cell> {
  const sealed = (text: string | null, mask: (plain: string) => string) => {
    const plain = text === null ? '' : open(text)
    return isPlain ? plain : mask(plain)
  }
  return {
    name: () => row.name,
    sex: () => sexes[row.sex],
    ethnicity: () => ethnicities[row.ethnicity] ?? row.ethnicity,
    idNumber: () => sealed(row.idNumberSealed, maskIdNumber),
    bornOn: () => row.bornOn,
    education: () => educations[row.education] ?? row.education,
    stage: () => stages[row.stage],
    organization: () => row.organizationName,
    joinedOn: () => row.joinedOn,
    confirmedOn: () => row.confirmedOn,
    occupation: () => row.occupation,
    phone: () => sealed(row.phoneSealed, maskPhone),
    address: () => sealed(row.addressSealed, maskAddress),
    membership: () => (row.isSuspended ? '停止党籍' : '正常'),
    lostSince: () => row.lostSince,
    floating: () => (row.floatingSince ? '是' : '否'),
    floatingTo: () => row.floatingTo,
    roster: () => rosters[rosterOf(row, day).roster],
    cohorts: () =>
      cohortsOf(row, day)
        .map(({ word }) => word)
        .join('、'),
    tags: () => row.tags.join('、'),
  }
}
