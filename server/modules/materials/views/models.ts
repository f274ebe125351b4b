import { contract } from '@zhixing/contract'
import { and, asc, count, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { knownTo } from '../store/titles.ts'
import { roleModels, roleModelUses, titles, titleViewings } from '../table.ts'

const viewingsOf = sql`from ${titleViewings} v join ${titles} t
  on t.unit_id = v.unit_id and t.id = v.title_id
  where t.unit_id = ${roleModels.unitId} and t.model_id = ${roleModels.id}`
const usesOf = sql`from ${roleModelUses} u
  where u.unit_id = ${roleModels.unitId} and u.model_id = ${roleModels.id}`

function selectModels(db: Reader) {
  return db
    .select({
      model: roleModels,
      organizationName: organizations.name,
      titles: sql<number>`(select count(*)::int from ${titles} t
        where t.unit_id = ${roleModels.unitId} and t.model_id = ${roleModels.id})`,
      used: sql<number>`((select count(*) ${usesOf}) + (select count(*) ${viewingsOf}))::int`,
      lastOn: sql<string | null>`greatest((select max(u.on_day) ${usesOf}),
        (select max(v.on_day) ${viewingsOf}))::text`,
    })
    .from(roleModels)
    .innerJoin(organizations, eq(organizations.id, roleModels.organizationId))
}

type Selected = Awaited<ReturnType<typeof selectModels>>[number]

function rowOf({ model, ...more }: Selected, { appointments }: Actor) {
  const { unitId, id: modelId, kind, name, place, honour, year, retiredOn, path } = model
  const mayKeep = covers(reachOf(appointments, 'materials.keep'), path)
  return { unitId, modelId, kind, name, place, honour, year, retiredOn, mayKeep, ...more }
}

/** Whom to learn from, by name. */
export const listModels = view(contract.roleModels.list, async (sight, input) => {
  const { db, actor } = sight
  const { kind, text, page, size } = input
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const like = containing(text)
  const words = or(
    ilike(roleModels.name, like),
    ilike(roleModels.nameKey, like),
    ilike(roleModels.honour, like),
    ilike(roleModels.deeds, like),
  )
  const known = and(
    eq(roleModels.unitId, organization.unitId),
    knownTo(reach, roleModels.path),
    isNull(roleModels.retiredOn),
    text ? words : undefined,
  )
  const chosen = and(known, kind ? eq(roleModels.kind, kind) : undefined)
  const rows = await selectModels(db)
    .where(chosen)
    .orderBy(asc(roleModels.nameKey), asc(roleModels.id))
    .limit(size)
    .offset((page - 1) * size)
  const kinds = await db
    .select({ kind: roleModels.kind, count: count() })
    .from(roleModels)
    .where(known)
    .groupBy(roleModels.kind)
  return {
    rows: rows.map((row) => rowOf(row, actor)),
    total: await db.$count(roleModels, chosen),
    counts: {
      member: 0,
      organization: 0,
      ...Object.fromEntries(kinds.map((one) => [one.kind, one.count])),
    },
    mayKeep: covers(reachOf(actor.appointments, 'materials.keep'), organization.path),
  }
})

/** One of them: the deeds, what tells of them, and every time that served. */
export const showModel = view(contract.roleModels.show, async ({ db, actor, reach }, key) => {
  const { unitId, modelId } = key
  const [found] = await selectModels(db).where(
    and(eq(roleModels.unitId, unitId), eq(roleModels.id, modelId), knownTo(reach, roleModels.path)),
  )
  if (!found) throw missing('roleModels.unknown')
  const { deeds, memberId, version } = found.model
  const subject = `model:${modelId}`
  const files = (await filesOf(db, [subject])).get(subject) ?? []
  const media = await db
    .select({
      unitId: titles.unitId,
      titleId: titles.id,
      name: titles.name,
      viewings: count(titleViewings.id),
    })
    .from(titles)
    .leftJoin(
      titleViewings,
      and(eq(titleViewings.unitId, titles.unitId), eq(titleViewings.titleId, titles.id)),
    )
    .where(and(eq(titles.unitId, unitId), eq(titles.modelId, modelId)))
    .groupBy(titles.unitId, titles.id)
    .orderBy(asc(titles.nameKey), asc(titles.id))
  return {
    ...rowOf(found, actor),
    deeds,
    memberId,
    version,
    media,
    files,
    uses: await usesShown(db, { unitId, modelId }),
  }
})

async function usesShown(
  db: Reader,
  { unitId, modelId }: { readonly unitId: string; readonly modelId: string },
) {
  const { on, use, audience, note } = roleModelUses
  return db
    .select({ on, use, audience, note, organizationName: organizations.name })
    .from(roleModelUses)
    .innerJoin(organizations, eq(organizations.id, roleModelUses.organizationId))
    .where(and(eq(roleModelUses.unitId, unitId), eq(roleModelUses.modelId, modelId)))
    .orderBy(desc(on), desc(roleModelUses.id))
    .limit(200)
}
