import { and, eq, gte, lte, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { inLineWith } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import type { KeptTopic } from '../table.ts'
import { planEditions, plans } from '../table.ts'

export type TopicInForce = KeptTopic & {
  readonly planUnitId: string
  readonly planId: string
  readonly planTitle: string
  readonly ownerName: string
  /** For whom at all: everybody below the plan's place. */
  readonly path: string
  readonly approvedOn: string
}

/** The mandatory topics that approved plans ask for in a year, of those above a place and of those below it. */
export async function topicsInForce(
  db: Reader,
  { path, year }: { readonly path: string; readonly year: number },
): Promise<TopicInForce[]> {
  const rows = await db
    .select({
      planUnitId: plans.unitId,
      planId: plans.id,
      planTitle: plans.title,
      path: plans.path,
      ownerName: organizations.name,
      topics: planEditions.topics,
      approvedOn: sql<string>`(${planEditions.approvedAt} at time zone 'Asia/Shanghai')::date::text`,
    })
    .from(plans)
    .innerJoin(
      planEditions,
      and(
        eq(planEditions.unitId, plans.unitId),
        eq(planEditions.planId, plans.id),
        eq(planEditions.edition, plans.edition),
      ),
    )
    .innerJoin(organizations, eq(organizations.id, plans.organizationId))
    .where(and(lte(plans.fromYear, year), gte(plans.untilYear, year), inLineWith(path, plans.path)))
    .orderBy(plans.path, plans.id)
  return rows.flatMap(({ topics, ...plan }) =>
    topics
      .filter(({ isMandatory, minMinutes }) => isMandatory && minMinutes > 0)
      .map((topic) => ({ ...topic, ...plan })),
  )
}
