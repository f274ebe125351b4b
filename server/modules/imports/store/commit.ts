import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { affiliations, members } from '../../members/table.ts'
import { organizationCounts, organizations } from '../../organizations/table.ts'
import { memberColumns } from '../rules/written-columns.ts'
import type { MemberColumn } from '../rules/written-columns.ts'
import { importRows } from '../table.ts'
import type { ImportChoice } from '../table.ts'
import { isAdded, isUpdated } from './conditions.ts'
import type { ImportRecord } from './imports.ts'

/*
 * Rows become members set by set: the columns of both tables are alike, so the database copies them itself. These are
 * the only statements outside `members` that write its tables; what a row must be was judged by its rules before.
 */

type Span = { readonly above: number; readonly upTo: number }

function own({ unitId, id }: ImportRecord): SQL {
  return sql`${importRows.unitId} = ${unitId} and ${importRows.importId} = ${id}`
}

/** The last line there is. */
export async function lastLine(tx: Db, record: ImportRecord): Promise<number> {
  const [row] = await tx
    .select({ line: sql<number>`coalesce(max(${importRows.line}), 0)::int` })
    .from(importRows)
    .where(own(record))
  return row?.line ?? 0
}

/** Somebody may have come onto the roll since the rows were checked: those rows are duplicates now. */
export async function markNewcomers(tx: Db, record: ImportRecord): Promise<void> {
  await tx.execute(sql`update ${importRows} set duplicate_of = ${members.id}, duplicate_how = 'sameId'
    from ${members}
    where ${own(record)} and ${members.unitId} = ${importRows.unitId}
      and ${members.idNumberIndex} = ${importRows.idNumberIndex} and ${members.leftOn} is null
      and ${importRows.duplicateHow} is distinct from 'sameId'`)
}

/** And somebody may have left it, or come by an import that was undone: there is nobody to write over any more. */
export async function markDeparted(tx: Db, record: ImportRecord): Promise<void> {
  await tx.execute(sql`update ${importRows} set duplicate_of = null, duplicate_how = null
    where ${own(record)} and ${importRows.duplicateOf} is not null and not exists (
      select from ${members} where ${members.unitId} = ${importRows.unitId}
        and ${members.id} = ${importRows.duplicateOf} and ${members.leftOn} is null)`)
}

/** New members with the ids of their rows, and the branch they belong to since they joined. */
export async function addMembers(
  tx: Db,
  record: ImportRecord,
  { choice, span }: { choice: ImportChoice; span: Span },
): Promise<number> {
  const columns = sql.raw(memberColumns.join(', '))
  const chosen = sql`${own(record)} and ${importRows.line} > ${span.above}
    and ${importRows.line} <= ${span.upTo} and ${isAdded(choice)}`
  const added = await tx.execute(sql`insert into ${members}
    (unit_id, id, organization_id, import_id, ${columns})
    select unit_id, id, organization_id, import_id, ${columns} from ${importRows} where ${chosen}`)
  await tx.execute(sql`insert into ${affiliations}
    (unit_id, id, member_id, organization_id, from_day, how)
    select unit_id, id, id, organization_id, joined_on, 'imported' from ${importRows} where ${chosen}`)
  return added.rowCount ?? 0
}

/** Writes the columns that the file holds over what is there, and keeps what was there for an undo. */
export async function overwriteMembers(
  tx: Db,
  record: ImportRecord,
  { choice, columns, day }: { choice: ImportChoice; columns: readonly MemberColumn[]; day: Day },
): Promise<number> {
  const chosen = sql`${own(record)} and ${isUpdated(choice)}`
  const target = sql`${members.unitId} = ${importRows.unitId} and ${members.id} = ${importRows.duplicateOf}`
  // Read first and kept then: how a row reads as JSON is, to a cluster, not the same for ever.
  await tx.execute(sql`with known as materialized (
      select ${importRows.unitId}, ${importRows.id}, to_jsonb(${members}) as row
      from ${importRows} join ${members} on ${target} where ${chosen})
    update ${importRows} set before = known.row from known
    where ${own(record)} and known.unit_id = ${importRows.unitId} and known.id = ${importRows.id}`)
  await tx.execute(sql`update ${affiliations} set until_day = ${day}::date
    from ${importRows}, ${members}
    where ${chosen} and ${target} and ${members.organizationId} <> ${importRows.organizationId}
      and ${affiliations.unitId} = ${members.unitId} and ${affiliations.memberId} = ${members.id}
      and ${affiliations.until} is null`)
  await tx.execute(sql`insert into ${affiliations}
    (unit_id, id, member_id, organization_id, from_day, how)
    select ${importRows.unitId}, ${importRows.id}, ${members.id}, ${importRows.organizationId}, ${day}::date, 'imported'
    from ${importRows} join ${members} on ${target}
    where ${chosen} and ${members.organizationId} <> ${importRows.organizationId}`)

  const set = columns.map((column) => sql.raw(`${column} = import_rows.${column}`))
  const updated = await tx.execute(sql`update ${members} set
    ${sql.join([...set, sql`organization_id = import_rows.organization_id, version = members.version + 1`], sql`, `)}
    from ${importRows} where ${chosen} and ${target}`)
  return updated.rowCount ?? 0
}

/** Adds up who came to which branch and who went, and passes the sums up the tree. */
export async function countCommitted(
  tx: Db,
  record: ImportRecord,
  choice: ImportChoice,
): Promise<void> {
  await passUp(
    tx,
    sql`select organization_id, stage, 1 as times from ${importRows}
        where ${own(record)} and (${isAdded(choice)} or ${isUpdated(choice)})
      union all
      select (before->>'organization_id')::uuid, before->>'stage', -1 from ${importRows}
        where ${own(record)} and before is not null`,
  )
}

/** `moves`: organization_id, stage and how many times it counts there. */
export async function passUp(tx: Db, moves: SQL): Promise<void> {
  await tx.execute(sql`insert into ${organizationCounts} (id, members, probationary)
    select above::uuid, sum(members)::int, sum(probationary)::int
    from (
      select organization_id, sum(times) as members,
        coalesce(sum(times) filter (where stage = 'probationary'), 0) as probationary
      from (${moves}) as moves group by organization_id
    ) as branches
    join ${organizations} on ${organizations.id} = branches.organization_id,
    unnest(string_to_array(trim(both '/' from ${organizations.path}), '/')) as above
    group by above order by above
    on conflict (id) do update set
      members = ${organizationCounts.members} + excluded.members,
      probationary = ${organizationCounts.probationary} + excluded.probationary`)
}
