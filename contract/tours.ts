import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Offer,
  OfferFacts,
  OfferKey,
  Request,
  RequestFacts,
  RequestKey,
  Series,
  SeriesKey,
  Trip,
  TripFacts,
  TripKey,
  TripRecord,
  Window,
} from './tour-shapes.ts'
import { deliveryModes, lecturerRoles, requestStates, tourLevels } from './tour-words.ts'
import { Day, Id, Line, Name, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'
import { cohorts, sectors } from './words.ts'

/** Lessons that travel: what villages ask for, who can go, when and where, and who heard it. */
export const tours = {
  requests: query({
    grant: 'tours.view',
    summary: '基层点课：想听什么、什么时候、多少人',
    input: Paging.extend({
      organizationId: Id,
      state: z.enum(keysOf(requestStates)).nullable().default(null),
    }),
    output: pageOf(Request).extend({ open: z.int() }),
  }),

  matches: query({
    grant: 'tours.view',
    summary: '一份点课能配哪些送课人：题目、日子、还能讲几次，说明理由',
    input: Paging.extend(RequestKey.shape),
    output: pageOf(
      Offer.extend({ fits: z.boolean(), because: z.array(z.string()), common: z.array(Window) }),
    ).extend(Request.shape),
  }),

  offers: query({
    grant: 'tours.view',
    summary: '送课人：能讲什么、哪些日子、还能讲几次',
    input: Paging.extend({ organizationId: Id }),
    /** How often all of them together can still go. */
    output: pageOf(Offer).extend({ left: z.int() }),
  }),

  request: command({
    grant: 'tours.manage',
    summary: '为本组织点一堂课',
    input: RequestFacts.extend({ organizationId: Id, formId: Id }),
    output: RequestKey,
  }),

  withdrawRequest: command({
    grant: 'tours.manage',
    summary: '撤回还没排定的点课',
    input: RequestKey,
    output: z.object({}),
  }),

  offer: command({
    grant: 'tours.manage',
    summary: '登记一位送课人，供下级点课',
    input: OfferFacts.extend({ organizationId: Id, formId: Id }),
    output: OfferKey,
  }),

  withdrawOffer: command({
    grant: 'tours.manage',
    summary: '停止接受点课；已排定的不变',
    input: OfferKey,
    output: z.object({}),
  }),

  match: command({
    grant: 'tours.manage',
    summary: '把一份点课配给一位送课人，排定时间地点',
    input: RequestKey.extend({ offerId: Id, ...TripFacts.omit({ topic: true }).shape }),
    output: TripKey,
  }),

  planTrip: command({
    grant: 'tours.manage',
    summary: '排一次送课：流动党校巡回、系列宣讲的一场',
    input: TripFacts.extend({
      organizationId: Id,
      formId: Id,
      offerId: Id.nullable().default(null),
      seriesId: Id.nullable().default(null),
      lecturerName: Line.default(''),
      lecturerRole: z.enum(keysOf(lecturerRoles)).default('speaker'),
      mode: z.enum(keysOf(deliveryModes)).default('touring'),
    }),
    output: TripKey,
  }),

  trips: query({
    grant: 'tours.view',
    summary: '送课日程：按村、按支部，哪天谁去讲什么',
    input: Paging.extend({
      organizationId: Id,
      from: Day.exactOptional(),
      until: Day.exactOptional(),
      seriesId: Id.nullable().default(null),
    }),
    output: pageOf(Trip),
  }),

  trip: query({
    grant: 'tours.view',
    summary: '一次送课的记录和听课名单',
    input: TripKey,
    output: Trip.extend({
      record: z.string(),
      reason: z.string(),
      people: z.array(z.object({ memberId: Id, name: Name, organizationName: Name })),
      may: z.object({ manage: z.boolean() }),
    }),
  }),

  recordTrip: command({
    grant: 'tours.manage',
    summary: '登记讲课情况和到场党员，记听课和授课学时',
    input: TripKey.extend({ version: Version, ...TripRecord.shape }),
    output: z.object({ credited: z.int(), version: Version }),
  }),

  reopenTrip: command({
    grant: 'tours.manage',
    summary: '登记错了，撤回学时重新登记，写明原因',
    input: TripKey.extend({ reason: Line.min(2, '请写明原因') }),
    output: z.object({ version: Version }),
  }),

  cancelTrip: command({
    grant: 'tours.manage',
    summary: '取消一次还没讲的送课，写明原因；点课回到待匹配',
    input: TripKey.extend({ reason: Line.min(2, '请写明原因') }),
    output: z.object({}),
  }),

  series: query({
    grant: 'tours.view',
    summary: '系列宣讲：分层级、分领域各讲了几场',
    input: Paging.extend({ organizationId: Id }),
    /** How many sessions of all of them were held. */
    output: pageOf(Series).extend({ held: z.int() }),
  }),

  startSeries: command({
    grant: 'tours.manage',
    summary: '开一个系列：讲什么、对哪一级、哪些领域、计划几场',
    input: z.object({
      organizationId: Id,
      formId: Id,
      title: Name,
      level: z.enum(keysOf(tourLevels)).nullable().default(null),
      sectors: z.array(z.enum(keysOf(sectors))).max(20),
      sessionsWanted: z.int().min(1).max(2_000),
      from: Day,
      until: Day,
    }),
    output: SeriesKey,
  }),

  coverage: query({
    grant: 'tours.view',
    summary: '送课覆盖：下级各组织讲到几场、多少人听；各层级各领域几场',
    input: z.object({
      organizationId: Id,
      year: Year.nullable().default(null),
      seriesId: Id.nullable().default(null),
    }),
    output: z.object({
      year: Year,
      rows: z.array(
        z.object({
          organizationId: Id,
          name: Name,
          hasBelow: z.boolean(),
          branches: z.int(),
          reached: z.int(),
          held: z.int(),
          planned: z.int(),
          present: z.int(),
        }),
      ),
      cells: z.array(
        z.object({
          level: z.enum(keysOf(tourLevels)),
          sector: z.enum(keysOf(sectors)),
          held: z.int(),
        }),
      ),
    }),
  }),

  modes: query({
    grant: 'tours.view',
    summary: '培训方式目录：每种方式适合谁、不大适合谁，今年用了多少人次',
    input: z.object({
      organizationId: Id,
      cohort: z.enum(keysOf(cohorts)).nullable().default(null),
    }),
    output: z.object({
      year: Year,
      /** Of all who were taught in person this year, how many where they live. */
      faceToFace: z.int(),
      delivered: z.int(),
      rows: z.array(
        z.object({
          mode: z.enum(keysOf(deliveryModes)),
          suits: z.array(z.enum(keysOf(cohorts))),
          hardly: z.array(z.enum(keysOf(cohorts))),
          /** For the cohort that was asked about. */
          advice: z.enum(['suits', 'hardly', 'possible']).nullable(),
          times: z.int(),
        }),
      ),
    }),
  }),

  mine: query({
    summary: '我要去讲的课，和讲到我这里的课',
    input: z.object({}),
    output: z.object({
      teaching: z.array(Trip),
      hearing: z.array(Trip.extend({ wasThere: z.boolean() })),
    }),
  }),
}
