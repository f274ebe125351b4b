import { is } from 'drizzle-orm'
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core'
import type { SealedTable } from './kernel/reseal.ts'
import * as schema from './schema.ts'

/** Sealed although their names do not say so: by what column of which table. */
const maps: Readonly<Record<string, readonly string[]>> = { surveys: ['ticket_keys'] }

/** Digests of something inside a sealed text. */
const inside: Readonly<Record<string, SealedTable['indexes']>> = {
  transfers: [
    {
      column: 'id_number_index',
      of: 'facts_sealed',
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      read: (facts) => (JSON.parse(facts) as { idNumber: string }).idNumber,
    },
  ],
}

/** Every table with something sealed, from the tables themselves: `x_sealed` with its digest `x_index` beside it. */
export function sealedTables(): SealedTable[] {
  return Object.values(schema)
    .filter((table) => is(table, PgTable))
    .map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const names = columns.map((column) => column.name)
      const texts = names.filter((column) => /(^|_)sealed($|_key$)/.test(column))
      const paired = texts.flatMap((of) => {
        const column = of.replace(/sealed$/, 'index')
        return column !== of && names.includes(column)
          ? [{ column, of, read: (text: string) => text }]
          : []
      })
      return {
        name,
        key: primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
        texts,
        maps: maps[name] ?? [],
        indexes: [...paired, ...(inside[name] ?? [])],
      }
    })
    .filter(({ texts, maps: named }) => texts.length + named.length > 0)
}
