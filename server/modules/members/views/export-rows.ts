import type { ExportColumn } from '@zhixing/contract'
import { memberColumns } from '@zhixing/contract/import-words.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { ahead } from '../../../kernel/ahead.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Caller } from '../../../kernel/caller.ts'
import type { Cell, SheetColumn } from '../../../kernel/sheets/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { RollTicket } from '../steps/roll-tickets.ts'
import { members } from '../table.ts'
import { chosenBy } from './choose.ts'
import { cellsOf, columnsFor, sealedIn } from './export-cells.ts'
import type { ExportRow } from './export-cells.ts'

const heap = 300

const widths: Readonly<Partial<Record<ExportColumn, number>>> = {
  idNumber: 10,
  organization: 14,
  address: 16,
  cohorts: 16,
}

export function exportHeadings(columns: readonly ExportColumn[]): SheetColumn[] {
  return columns.map((column) => ({ heading: memberColumns[column], width: widths[column] ?? 6 }))
}

type Desk = Pick<Caller, 'db' | 'now' | 'vault'>

/** The rows that a ticket names, some at a time in the order of the names; masked unless it says otherwise. */
export async function* exportRows(desk: Desk, ticket: RollTicket): AsyncGenerator<Cell[][]> {
  const { columns, isPlain } = ticket
  const day = dayOf(desk.now())
  // While one heap is written, another thread unseals the next, and the database looks for the one after.
  const heaps = ahead(unsealed(ahead(rowsOf(desk, ticket)), desk))
  for await (const { rows, opened } of heaps) {
    const open = (sealed: string) => opened.get(sealed) ?? ''
    yield rows.map(cellsOf(columns, { day, open, isPlain }))
  }
}

async function* rowsOf({ db, now, vault }: Desk, ticket: RollTicket): AsyncGenerator<ExportRow[]> {
  const day = dayOf(now())
  const chosen = chosenBy(ticket, { reach: [ticket.path], day, vault })
  let last: ExportRow | undefined
  for (;;) {
    const after = last
      ? sql`(${members.nameKey}, ${members.id}) > (${last.nameKey}, ${last.memberId}::uuid)`
      : undefined
    const rows = await db
      .select(columnsFor(ticket.columns, day))
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(and(chosen, after))
      .orderBy(asc(members.nameKey), asc(members.id))
      .limit(heap)
    if (rows.length > 0) yield rows
    if (rows.length < heap) return
    last = rows.at(-1)
  }
}

async function* unsealed(heaps: AsyncIterable<ExportRow[]>, { vault }: Desk) {
  for await (const rows of heaps) {
    const sealed = rows.flatMap(sealedIn)
    const plain = await vault.many('open', sealed)
    yield { rows, opened: new Map(sealed.map((text, at) => [text, plain[at] ?? ''])) }
  }
}
