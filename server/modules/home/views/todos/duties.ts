import { dutySignings } from '@zhixing/contract/duty-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { addDays, yearOf } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { standingsBelow } from '../../../duties/index.ts'
import type { Seat, Standing } from '../../../duties/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** How long before its day a duty becomes something to do. */
const noticeDays = 30

/** Duties of the organization itself that are late, sent back or near; of those below, how many are late. */
export async function openDuties({ db, today, organization }: Place): Promise<Todo[]> {
  const when = { year: yearOf(today), day: today }
  const { path } = organization
  const mine: Todo[] = []
  let late: Late = { organizations: 0, duties: 0 }
  for await (const standings of standingsBelow(db, { path }, when))
    for (const one of standings)
      if (one.organization.id === organization.id) mine.push(...ownDuties(one, today))
      else late = withLate(late, one)
  return [...mine, ...overBelow(late)]
}

function ownDuties({ sheets }: Standing, today: Day): Todo[] {
  return sheets.flatMap(({ post, holder, items }) =>
    items
      .filter(({ state, period }) =>
        state === 'due'
          ? period.dueOn <= addDays(today, noticeDays)
          : state === 'overdue' || state === 'returned',
      )
      .map(({ template, period, state, record }) => ({
        key: `duty:${template.id}:${period.key}`,
        what: `${state === 'returned' ? '重新报告' : '完成'}“${template.title}”（${period.label}）`,
        why: record?.returned
          ? `上级退回：${record.returned}`
          : `${posts[post]}${holder ? holder.name : '（空缺）'}负责，${monthDay(period.dueOn)}前完成${template.needsEvidence ? '，附佐证材料' : ''}`,
        clause: template.clause,
        deadline: period.dueOn,
        action: '去报告',
        to: `/duties?open=${template.id}`,
      })),
  )
}

type Item = Standing['sheets'][number]['items'][number]
/** How many organizations are late, with how many duties, and the oldest of them. */
type Late = { readonly organizations: number; readonly duties: number; readonly first?: Item }

function withLate(late: Late, { sheets }: Standing): Late {
  const overdue = sheets.flatMap(({ items }) => items.filter(({ state }) => state === 'overdue'))
  if (overdue.length === 0) return late
  const [first] = [...(late.first ? [late.first] : []), ...overdue].toSorted((one, other) =>
    one.period.dueOn.localeCompare(other.period.dueOn),
  )
  return {
    organizations: late.organizations + 1,
    duties: late.duties + overdue.length,
    ...(first ? { first } : {}),
  }
}

function overBelow({ organizations, duties, first }: Late): Todo[] {
  if (!first) return []
  return [
    {
      key: 'duties:overdue',
      what: `督促 ${organizations} 个下级组织完成逾期的责任事项`,
      why: `共 ${duties} 项，最早的应在 ${monthDay(first.period.dueOn)}前完成`,
      clause: first.template.clause,
      deadline: first.period.dueOn,
      action: '看是哪些',
      to: '/duties/below?state=overdue',
    },
  ]
}

/** What a holder of posts has to put their name under. */
export function unsigned(seats: readonly Seat[]): Todo[] {
  return seats
    .filter(({ sheet: { signing } }) => signing !== 'signed' && signing !== 'vacant')
    .map(({ name, sheet: { post, signing, items } }) => ({
      key: `sign:${name}:${post}`,
      what:
        signing === 'handover'
          ? `办理${name}${posts[post]}责任交接`
          : `签收${name}${posts[post]}责任清单`,
      why: `${dutySignings[signing]}，共 ${items.length} 项`,
      clause: items[0]?.template.clause ?? '',
      deadline: null,
      action: '看清单',
      to: '/duties',
    }))
}
