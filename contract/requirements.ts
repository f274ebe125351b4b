import * as z from 'zod'
import { Cohort } from './audience.ts'
import { command, query } from './kit.ts'
import {
  Asked,
  Derivation,
  Filter,
  Group,
  Online,
  Progress,
  RequirementKey,
  Standing,
  Tally,
  Where,
} from './requirement-shapes.ts'
import { Day, Id, Line, Minutes, Name, Year, Month, Paging } from './vocabulary.ts'

export const requirements = {
  list: query({
    grant: 'requirements.view',
    summary: '本组织适用的学习要求，各有多少人达标、落后',
    input: z.object({ organizationId: Id, year: Year.optional() }),
    output: z.object({
      year: Year,
      day: Day,
      rows: z.array(Asked.extend(Tally.shape)),
    }),
  }),

  board: query({
    grant: 'requirements.view',
    summary: '学习进度：一人一行，差得多的在前',
    input: z.object({
      ...Where,
      ...Filter,
      sort: z.enum(['gap', 'name']).default('gap'),
      page: z.int().min(1).max(10_000).default(1),
      size: z.int().min(1).max(3000).default(3000),
    }),
    output: Tally.extend({
      organizationName: Name,
      requirement: Asked,
      year: Year,
      day: Day,
      /** What a full year's member should have reached by the day. */
      dueNowMinutes: Minutes,
      dueYearMinutes: Minutes,
      rows: z.array(Progress),
      /** Of the rows that the filter leaves. */
      total: z.int(),
      totalDoneMinutes: z.int(),
      totalGapMinutes: z.int(),
    }),
  }),

  organizations: query({
    grant: 'requirements.view',
    summary: '下级党组织的达标情况，一个组织一行',
    input: z.object(Where),
    output: Tally.extend({
      organizationName: Name,
      requirement: Asked,
      year: Year,
      day: Day,
      rows: z.array(Group.extend({ organizationId: Id, hasBelow: z.boolean() })),
    }),
  }),

  gaps: query({
    grant: 'requirements.view',
    summary: '漏训弱训：哪些群体、哪些组织缺得多',
    input: z.object(Where),
    output: Tally.extend({
      organizationName: Name,
      requirement: Asked,
      year: Year,
      day: Day,
      /** Nobody among these has studied at all this year. */
      untrained: z.int(),
      cohorts: z.array(Group.extend({ cohort: Cohort, untrained: z.int() })),
      organizations: z.array(Group.extend({ organizationId: Id, untrained: z.int() })),
    }),
  }),

  derivation: query({
    grant: 'requirements.view',
    summary: '一名党员的学习状态是怎么算出来的',
    input: z.object({
      unitId: Id,
      memberId: Id,
      requirement: RequirementKey.default('memberHours'),
      year: Year.optional(),
    }),
    output: Derivation,
  }),

  mine: query({
    summary: '我的学习状态是怎么算出来的；我另外还有哪些要求',
    input: z.object({
      requirement: RequirementKey.default('memberHours'),
      year: Year.optional(),
    }),
    output: Derivation.extend({
      others: z.array(z.object({ key: RequirementKey, name: z.string(), standing: Standing })),
    }),
  }),

  month: query({
    grant: 'requirements.view',
    summary: '每月网络学习：党组织和党员排行，谁还不够，前几个月怎样',
    input: Paging.extend({
      organizationId: Id,
      month: Month.exactOptional(),
      /** Only those who have not reached what the month asks. */
      lacking: z.boolean().default(false),
    }),
    output: Online.extend({
      organizationName: Name,
      month: Month,
      aimMinutes: Minutes,
      clause: z.string(),
      months: z.array(z.object({ month: Month, people: z.int(), studied: z.int() })),
      organizations: z.array(
        Online.extend({ organizationId: Id, name: Name, hasBelow: z.boolean() }),
      ),
      rows: z.array(
        z.object({
          unitId: Id,
          memberId: Id,
          name: Name,
          organizationId: Id,
          branchName: Name,
          minutes: Minutes,
          aim: Minutes,
          rank: z.int(),
        }),
      ),
      total: z.int(),
    }),
  }),

  remindMonth: command({
    grant: 'requirements.remind',
    summary: '一键提醒：这个月网络学习还不够的，告诉本人',
    input: z.object({ organizationId: Id, month: Month }),
    output: z.object({ reminded: z.int(), already: z.int() }),
  }),

  remind: command({
    grant: 'requirements.remind',
    summary: '一键提醒：告诉本人还缺什么，并告诉其书记',
    input: z.object({
      ...Where,
      ...Filter,
      /** Only these of those whom the filter leaves; without, all who lag behind. */
      memberIds: z.array(Id).max(3000).optional(),
    }),
    output: z.object({ reminded: z.int(), already: z.int(), secretaries: z.int() }),
  }),

  export: command({
    grant: 'members.export',
    summary: '导出学习进度，写明用途',
    input: z.object({
      ...Where,
      ...Filter,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      reason: Line.min(2, '请写明导出用途'),
    }),
    output: z.object({ unitId: Id, fileId: Id, name: z.string(), rows: z.int() }),
  }),
}
