import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { hourEntries } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Countable, Requirement } from './declare.ts'
import type { Frame } from './frame.ts'
import { excusedMonths, present, seats } from './owing.ts'
import type { Seat } from './owing.ts'

/** How long before the deadline it is time to say so. */
const noticeDays = 60

type TimesWords = Pick<Requirement, 'key' | 'rule' | 'ledger' | 'sentence'> & {
  readonly seat?: Seat
  readonly source: 'class' | 'teaching'
  /** Organised at least so high; without, by whomever. */
  readonly levels?: readonly string[]
  /** First and last day between which it has to happen, and how often. */
  readonly window: (frame: Frame) => { readonly from: SQL; readonly until: SQL; readonly due: SQL }
}

/** So often between two days: a class, a lesson given. */
export function declareTimes({ seat, source, levels, window, ...words }: TimesWords): Requirement {
  return {
    ...words,
    measure: 'times',
    isForAll: seat === undefined && words.key === 'fiveYearRotation',
    counts: (entry: Countable) =>
      entry.source === source && (levels === undefined || levels.includes(entry.level)),
    rows: (frame) => standing(frame, facts(frame, { ...words, seat, source, levels, window })),
  }
}

type Facts = Pick<TimesWords, 'ledger' | 'source' | 'window'> & {
  readonly seat: TimesWords['seat'] | undefined
  readonly levels: TimesWords['levels'] | undefined
}

function facts(frame: Frame, { ledger, seat, source, levels, window }: Facts): SQL {
  const { from, until, due } = window(frame)
  const chair = seat
    ? sql`join ${seats(frame, seat)} seat
        on seat.unit_id = ${members.unitId} and seat.member_id = ${members.id}`
    : sql``
  const high = levels
    ? sql`and e.level in (${sql.join(
        levels.map((level) => sql`${level}`),
        sql`, `,
      )})`
    : sql``
  return sql`
    select w.*, (select count(*)::int from (select from ${hourEntries} e
        where e.unit_id = w."unitId" and e.member_id = w."memberId" and e.ledger = ${ledger}
          and e.source = ${source} and e.day between w."from" and least(w.until, ${frame.day}::date) ${high}
        group by e.source_id having sum(e.minutes) > 0) held) as "timesDone"
    from (select ${members.unitId} as "unitId", ${members.id} as "memberId", ${members.name} as name,
        ${members.nameKey} as sort, ${members.groupId} as "groupId",
        ${organizations.id} as "organizationId", ${organizations.name} as "branchName",
        ${organizations.path} as path, x.reason as "excuseReason",
        (${from})::date as "from", (${until})::date as until, ${due} as "timesDue"
      from ${members}
      join ${organizations} on ${organizations.id} = ${members.organizationId}
      ${chair}
      left join ${excusedMonths(frame)} x on x.unit_id = ${members.unitId} and x.member_id = ${members.id}
      where ${present(frame)}) w
    where w."timesDue" > 0 and w."from" <= ${frame.day}::date and w.until >= make_date(${frame.year}::int, 1, 1)`
}

function standing({ day }: Frame, rows: SQL): SQL {
  const none = sql`0 as "doneMinutes", 0 as "dueNowMinutes", 0 as "dueYearMinutes", 0 as "plannedMinutes",
    0 as threshold, 0 as months, 0 as "fullMinutes", 0 as "onlineMinutes", 0 as "otherMinutes",
    0 as "onlineMost", 0 as "otherMost", 0 as excused`
  return sql`
    select d.*, d."from" as since, d.until as deadline, ${none},
      case when d."excuseReason" is not null then 'excused'
        when d."timesDone" >= d."timesDue" then 'met'
        when d.until < ${day}::date then 'atRisk'
        when d.until - ${day}::date <= ${noticeDays}::int then 'behind'
        else 'onCourse' end as standing
    from (${rows}) d`
}
