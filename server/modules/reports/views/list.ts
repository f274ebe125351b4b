import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, like, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { reportSignatures, reportSubmissions, reports } from '../table.ts'

type State = 'draft' | 'signed' | 'edited' | 'submitted'

/** Newest year first, and the organizations in the order of the tree. */
export const listReports = view(
  contract.reports.list,
  async ({ db, actor, reach }, { organizationId, year, state, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const all = standings(db)
    const inYear = and(
      like(all.path, `${organization.path}%`),
      year === undefined ? undefined : eq(all.year, year),
    )
    const chosen = and(inYear, state === undefined ? undefined : eq(all.state, state))
    const count = (one: State) => sql<number>`count(*) filter (where ${all.state} = ${one})::int`
    const [counts] = await db
      .select({
        draft: count('draft'),
        signed: count('signed'),
        edited: count('edited'),
        submitted: count('submitted'),
      })
      .from(all)
      .where(inYear)
    const [counted] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(all)
      .where(chosen)
    const rows = await db
      .select()
      .from(all)
      .where(chosen)
      .orderBy(desc(all.year), asc(all.path), asc(all.reportId))
      .limit(size)
      .offset((page - 1) * size)
    const own = await db
      .select({ year: reports.year })
      .from(reports)
      .where(eq(reports.organizationId, organizationId))
      .orderBy(desc(reports.year))

    return {
      rows: rows.map(rowOf),
      total: counted?.total ?? 0,
      counts: counts ?? { draft: 0, signed: 0, edited: 0, submitted: 0 },
      organizationName: organization.name,
      canDraft: covers(reachOf(actor.appointments, 'reports.write'), organization.path),
      years: own.map((one) => one.year),
    }
  },
)

/** Every report with what was signed of it last, and whether that was handed up. */
function standings(db: Reader) {
  return db
    .select({
      unitId: reports.unitId,
      reportId: sql<string>`${reports.id}`.as('report_id'),
      organizationId: reports.organizationId,
      organizationName: organizations.name,
      path: organizations.path,
      year: reports.year,
      title: reports.title,
      state: sql<State>`case
        when ${reportSignatures.id} is null then 'draft'
        when ${reportSignatures.version} <> ${reports.version} then 'edited'
        when ${reportSubmissions.id} is null then 'signed' else 'submitted' end`.as('state'),
      editedAt: reports.editedAt,
      signedBy: reportSignatures.signedByName,
      signedAt: reportSignatures.signedAt,
    })
    .from(reports)
    .innerJoin(organizations, eq(organizations.id, reports.organizationId))
    .leftJoin(reportSignatures, and(eq(reportSignatures.unitId, reports.unitId), isLatest))
    .leftJoin(
      reportSubmissions,
      and(
        eq(reportSubmissions.unitId, reportSignatures.unitId),
        eq(reportSubmissions.signatureId, reportSignatures.id),
      ),
    )
    .as('standings')
}

const isLatest = sql`${reportSignatures.id} = (select s.id from report_signatures s
  where s.unit_id = ${reports.unitId} and s.report_id = ${reports.id}
  order by s.signed_at desc, s.id desc limit 1)`

type Row = {
  readonly signedBy: string | null
  readonly signedAt: Date | null
  readonly editedAt: Date
}

function rowOf<R extends Row>({ signedBy, signedAt, editedAt, ...row }: R) {
  const signature = signedAt ? { by: signedBy ?? '', at: signedAt.toISOString() } : null
  return { ...row, signature, editedAt: editedAt.toISOString() }
}
