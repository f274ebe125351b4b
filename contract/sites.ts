import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Equipment,
  Figures,
  Held,
  Ratio,
  MonthRecord,
  SiteRow,
  Share,
  SiteKey,
  Summary,
  SiteType,
} from './site-shapes.ts'
import { equipmentKinds, equipmentStates, siteChoices, staffRoles } from './site-words.ts'
import { Day, Id, Line, Month, Name, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const At = z.object({ organizationId: Id })
const empty = z.object({})

/** Distance-education sites and lecture halls of villages: who keeps them, with what, and what was held there. */
export const sites = {
  list: query({
    grant: 'sites.view',
    summary: '站点名册：远程教育站点、讲习所，管理员、设备、欠报和闲置',
    input: Paging.extend(At.shape).extend({
      type: SiteType.exactOptional(),
      only: z.enum(keysOf(siteChoices)).exactOptional(),
      text: Line.default(''),
    }),
    output: pageOf(SiteRow).extend({
      all: z.int(),
      working: z.int(),
      counts: z.record(z.enum(keysOf(siteChoices)), z.int()),
      mayKeep: z.boolean(),
    }),
  }),

  show: query({
    grant: 'sites.view',
    summary: '一个站点：管理员、设备年限和状态、每月使用记录',
    input: SiteKey,
    output: SiteRow.extend({
      managerId: Id.nullable(),
      isOutOfOrder: z.boolean(),
      fault: z.string(),
      equipment: z.array(Equipment),
      valueCents: z.int(),
      records: z.array(MonthRecord),
      mayKeep: z.boolean(),
      mayRecord: z.boolean(),
      version: Version,
    }),
  }),

  found: command({
    grant: 'sites.keep',
    summary: '登记一个站点，同时进入资源目录，可以点单',
    input: At.extend({
      type: SiteType,
      name: Name,
      address: Line.default(''),
      seats: z.int().min(1).max(100_000).nullable().default(null),
      managerId: Id.nullable().default(null),
    }),
    output: SiteKey,
  }),

  assign: command({
    grant: 'sites.keep',
    summary: '确定站点管理员；站点故障停用或者恢复',
    input: SiteKey.extend({
      version: Version,
      managerId: Id.nullable(),
      isOutOfOrder: z.boolean().default(false),
      fault: Line.default(''),
    }).refine(({ isOutOfOrder, fault }) => !isOutOfOrder || fault.length >= 2, {
      message: '请写明什么故障',
      path: ['fault'],
    }),
    output: z.object({ version: Version }),
  }),

  keepEquipment: command({
    grant: 'sites.keep',
    summary: '登记或修改一项设备',
    input: SiteKey.extend({
      equipmentId: Id,
      version: Version.nullable(),
      kind: z.enum(keysOf(equipmentKinds)),
      name: Line.default(''),
      count: z.int().min(1, '至少一台').max(1_000).default(1),
      boughtOn: Day,
      valueCents: z.int().min(0).max(1_000_000_000).default(0),
      state: z.enum(keysOf(equipmentStates)).default('inUse'),
    }),
    output: z.object({ version: Version }),
  }),

  month: query({
    summary: '填一个月的使用记录：站点当月办过的活动已经算好',
    input: SiteKey.extend({ month: Month }),
    output: z.object({
      name: z.string(),
      month: Month,
      dueOn: Day,
      held: z.array(Held),
      suggested: Figures.omit({ faults: true }),
      record: MonthRecord.nullable(),
    }),
  }),

  record: command({
    summary: '交一个月的使用记录：播放、活动、开放时间、人次、故障；交晚了照收并注明',
    input: SiteKey.extend({
      month: Month,
      /** Nothing for the first time. */
      version: Version.nullable(),
      sessions: z.int().min(0).max(1_000),
      playbacks: z.int().min(0).max(10_000),
      minutesOpen: z.int().min(0).max(44_640, '一个月没有这么长'),
      attendance: z.int().min(0).max(1_000_000),
      faults: Line.default(''),
    }),
    output: z.object({ version: Version, isLate: z.boolean() }),
  }),

  mine: query({
    summary: '我管理的站点，哪几个月还没有交',
    input: empty,
    output: z.object({ sites: z.array(SiteRow), today: Day }),
  }),

  records: query({
    grant: 'sites.view',
    summary: '一个月的使用记录，逐站点',
    input: Paging.extend(At.shape).extend({ month: Month }),
    output: pageOf(MonthRecord),
  }),

  statistics: query({
    grant: 'sites.view',
    summary: '月度统计：按下级组织，几个站点、报了几个、放了几次、来了多少人',
    input: At.extend({ month: Month }),
    output: z.object({ dueOn: Day, rows: z.array(Summary), total: Summary }),
  }),

  coverage: query({
    grant: 'sites.view',
    summary: '村、社区站点覆盖率，设备配备和更新率',
    input: At,
    output: z.object({
      villages: Share,
      computers: Share,
      displays: Share,
      renewed: Share,
      valueCents: z.int(),
      years: z.int(),
      clause: z.string(),
      rows: z.array(
        At.extend({
          name: z.string(),
          villages: Share,
          /** The first of the villages that have none. */
          without: z.array(z.string()).max(6),
        }),
      ),
    }),
  }),

  staff: query({
    grant: 'sites.view',
    summary: '教育工作队伍：组织员、辅导员、站点管理员，够不够',
    input: Paging.extend(At.shape),
    output: pageOf(
      z.object({
        unitId: Id,
        /** Of those entered here; the others come from the sites and the lecturers. */
        staffId: Id.nullable(),
        role: z.enum(keysOf(staffRoles)),
        name: z.string(),
        organizationName: z.string(),
        isFullTime: z.boolean(),
        from: Day.nullable(),
        note: z.string(),
      }),
    ).extend({ members: z.int(), ratios: z.array(Ratio), mayKeep: z.boolean() }),
  }),

  keepStaff: command({
    grant: 'sites.keep',
    summary: '登记一名教育组织员或辅导员；站点管理员从站点名册来，不用再登记',
    input: At.extend({
      staffId: Id,
      role: z.enum(['organizer', 'instructor']),
      memberId: Id,
      isFullTime: z.boolean().default(false),
      from: Day,
      note: Line.default(''),
    }),
    output: z.object({ unitId: Id, staffId: Id }),
  }),

  endStaff: command({
    grant: 'sites.keep',
    summary: '不再担任',
    input: z.object({ unitId: Id, staffId: Id }),
    output: empty,
  }),
}
