import { dutySignings } from '@zhixing/contract/duty-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { addDays, yearOf } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { standingsAt } from '../../../duties/index.ts'
import type { Seat, Standing } from '../../../duties/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** How long before its day a duty becomes something to do. */
const noticeDays = 30

/** Duties of the organization itself that are late, sent back or near; of those below, how many are late. */
export async function openDuties({ db, today, organization }: Place): Promise<Todo[]> {
  const when = { year: yearOf(today), day: today }
  const all = await standingsAt(db, organization.path, when)
  const own = all.filter((one) => one.organization.id === organization.id)
  const others = all.filter((one) => one.organization.id !== organization.id)
  return [...own.flatMap((one) => ownDuties(one, today)), ...overBelow(others)]
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

function overBelow(others: readonly Standing[]): Todo[] {
  const late = others.filter(({ sheets }) =>
    sheets.some(({ items }) => items.some(({ state }) => state === 'overdue')),
  )
  const duties = late.flatMap(({ sheets }) =>
    sheets.flatMap(({ items }) => items.filter(({ state }) => state === 'overdue')),
  )
  const [first] = duties.toSorted((one, other) =>
    one.period.dueOn.localeCompare(other.period.dueOn),
  )
  if (!first) return []
  return [
    {
      key: 'duties:overdue',
      what: `督促 ${late.length} 个下级组织完成逾期的责任事项`,
      why: `共 ${duties.length} 项，最早的应在 ${monthDay(first.period.dueOn)}前完成`,
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
