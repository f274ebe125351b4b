import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { affiliations, members } from '../../members/table.ts'
import type { MemberColumn } from '../rules/written-columns.ts'
import { importRows } from '../table.ts'
import { passUp } from './commit.ts'
import type { ImportRecord } from './imports.ts'

function own({ unitId, id }: ImportRecord): SQL {
  return sql`${importRows.unitId} = ${unitId} and ${importRows.importId} = ${id}`
}

/** Marks whom an undo leaves alone, with the reason: those with a life of their own here, and those changed since. */
export async function markKept(
  tx: Db,
  record: ImportRecord,
  withHours: readonly string[],
): Promise<number> {
  await tx.execute(sql`update ${importRows} set kept_because = '已有学时，保留在名册'
    where ${own(record)} and before is null and ${importRows.id} = any(${sql.param([...withHours])}::uuid[])`)
  await tx.execute(sql`update ${importRows} set kept_because = '导入之后又改过，保留现在的内容'
    from ${members}
    where ${own(record)} and before is not null
      and ${members.unitId} = ${importRows.unitId} and ${members.id} = ${importRows.duplicateOf}
      and ${members.version} <> (before->>'version')::int + 1`)
  const [row] = await tx
    .select({ kept: sql<number>`count(*)::int` })
    .from(importRows)
    .where(sql`${own(record)} and kept_because is not null`)
  return row?.kept ?? 0
}

/** Those whom the import added and who are still on the roll, with what speaks for keeping them. */
export async function findAdded(tx: Db, record: ImportRecord): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      sql`${members.unitId} = ${record.unitId} and ${members.importId} = ${record.id} and ${members.leftOn} is null`,
    )
  return rows.map(({ id }) => id)
}

/** Takes the new members off the roll; their rows remain, as everything that ever was on it. */
export async function removeAdded(tx: Db, record: ImportRecord, day: Day): Promise<number> {
  const gone = sql`${members.unitId} = ${record.unitId} and ${members.importId} = ${record.id}
    and ${members.leftOn} is null and not exists (select from ${importRows}
      where ${own(record)} and ${importRows.id} = ${members.id} and kept_because is not null)`
  await passUp(tx, sql`select organization_id, stage, -1 as times from ${members} where ${gone}`)
  await tx.execute(sql`update ${affiliations} set until_day = greatest(from_day, ${day}::date)
    from ${members} where ${gone} and ${affiliations.unitId} = ${members.unitId}
      and ${affiliations.memberId} = ${members.id} and ${affiliations.until} is null`)
  const removed = await tx.execute(sql`update ${members}
    set left_on = ${day}::date, left_because = 'importUndone', version = version + 1 where ${gone}`)
  return removed.rowCount ?? 0
}

/** Gives those who were overwritten their row back, column by column, and the branch they had. */
export async function restoreUpdated(
  tx: Db,
  record: ImportRecord,
  columns: readonly MemberColumn[],
): Promise<number> {
  const back = sql`${own(record)} and before is not null and kept_because is null`
  const target = sql`${members.unitId} = ${importRows.unitId} and ${members.id} = ${importRows.duplicateOf}`
  await passUp(
    tx,
    sql`select ${members.organizationId} as organization_id, ${members.stage} as stage, -1 as times
        from ${importRows} join ${members} on ${target} where ${back}
      union all
      select (before->>'organization_id')::uuid, before->>'stage', 1 from ${importRows} where ${back}`,
  )
  await tx.execute(sql`delete from ${affiliations} using ${importRows}
    where ${back} and ${affiliations.unitId} = ${importRows.unitId} and ${affiliations.id} = ${importRows.id}`)
  await tx.execute(sql`update ${affiliations} set until_day = null
    from (select distinct on (a.member_id) a.unit_id, a.id from ${affiliations} a
      join ${importRows} on a.unit_id = ${importRows.unitId} and a.member_id = ${importRows.duplicateOf}
      where ${back} order by a.member_id, a.from_day desc, a.id desc) as latest
    where ${affiliations.unitId} = latest.unit_id and ${affiliations.id} = latest.id`)
  const set = ['organization_id', ...columns].map((column) => sql.raw(`${column} = old.${column}`))
  const restored = await tx.execute(sql`update ${members} set
    ${sql.join([...set, sql`version = members.version + 1`], sql`, `)}
    from (select ${importRows.unitId} as row_unit, ${importRows.duplicateOf} as row_member, old.*
      from ${importRows}, jsonb_populate_record(null::${members}, before) as old where ${back}) as old
    where ${members.unitId} = old.row_unit and ${members.id} = old.row_member`)
  return restored.rowCount ?? 0
}
