import { contract, keysOf } from '@zhixing/contract'
import { disposalStates, leadStates, taskStates } from '@zhixing/contract/conduct-words.ts'
import { and, eq, like } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { oneOf } from '../../../kernel/many.ts'
import { objectOf } from '../../../kernel/object-of.ts'
import { narrowTo } from '../../organizations/index.ts'
import { procedureCases } from '../../procedures/table.ts'
import { leadRow } from '../steps/lead.ts'
import { subjectOf } from '../steps/require.ts'
import { taskRow } from '../steps/task.ts'
import { findConductCases } from '../store/cases.ts'
import { findLeads } from '../store/registers.ts'
import { findTasks } from '../store/tasks.ts'

export const listTasks = view(
  contract.conduct.tasks,
  async ({ db, now, reach, actor }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const found = await findTasks(db, { ...asked, path, day, state: asked.state })
    return {
      day,
      late: found.late,
      total: found.total,
      rows: found.rows.map((row) => taskRow(row, day)),
      counts: countsOf(taskStates, found.counts),
      mayHandle: covers(reachOf(actor.appointments, 'conduct.handle'), path),
    }
  },
)

/** That there are cases and where each stands; nobody reads here about themself. */
export const listCases = view(
  contract.conduct.cases,
  async ({ db, now, reach, actor }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const found = await findConductCases(db, {
      ...asked,
      path,
      state: asked.state,
      reader: actor,
    })
    const ways = await db
      .select()
      .from(procedureCases)
      .where(
        and(
          like(procedureCases.path, `${path}%`),
          eq(procedureCases.state, 'open'),
          oneOf(
            procedureCases.subject,
            found.rows.map((row) => subjectOf(row.case)),
          ),
        ),
      )
    const wayOf = new Map(ways.map((way) => [way.subject, way]))
    return {
      day,
      total: found.total,
      counts: countsOf(disposalStates, found.counts),
      mayHandle: covers(reachOf(actor.appointments, 'conduct.handle'), path),
      rows: found.rows.map(({ case: one, name, organizationName }) => {
        const way = wayOf.get(subjectOf(one))
        const { unitId, id: caseId, memberId, kind, ground, state, openedOn } = one
        return {
          unitId,
          caseId,
          memberId,
          name,
          organizationName,
          kind,
          ground,
          state,
          openedOn,
          stepName: way?.steps.find(({ key }) => key === way.step)?.name ?? '',
          dueOn: way?.dueOn ?? null,
          isLate: way?.dueOn ? way.dueOn < day : false,
        }
      }),
    }
  },
)

export const listLeads = view(
  contract.conduct.leads,
  async ({ db, now, reach }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const found = await findLeads(db, { ...asked, path: organization.path, state: asked.state })
    return {
      day,
      total: found.total,
      rows: found.rows.map((row) => leadRow(row, day)),
      counts: countsOf(leadStates, found.counts),
    }
  },
)

type Counted<T> = { readonly state: keyof T & string; readonly count: number }

function countsOf<T extends object>(words: T, counts: readonly Counted<T>[]) {
  return objectOf<Record<keyof T & string, number>>(
    keysOf(words).map(
      (key) => [key, counts.find(({ state }) => state === key)?.count ?? 0] as const,
    ),
  )
}
