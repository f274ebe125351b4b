import type { ClientBase } from 'pg'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Every table of the platform, those first on which others depend; migrations keep their own account. */
export async function findTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
  )
  const { rows: links } = await client.query<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to"
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const needs = Map.groupBy(links, ({ from }) => from)
  const byName = new Map(rows.map((table) => [table.name, table]))
  const placed = new Set<Table>()
  const place = (table: Table, above: readonly string[]) => {
    if (placed.has(table) || above.includes(table.name)) return
    for (const { to } of needs.get(table.name) ?? []) {
      const needed = byName.get(to)
      if (needed) place(needed, [...above, table.name])
    }
    placed.add(table)
  }
  for (const table of rows) place(table, [])
  return [...placed]
}

export function copyText(table: Table, way: 'to stdout' | 'from stdin'): string {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  const source =
    way === 'to stdout'
      ? `(select ${columns} from "${table.name}")`
      : `"${table.name}" (${columns})`
  return `copy ${source} ${way}`
}

export async function migrationsSeen(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  return rows.map(({ name }) => name)
}
