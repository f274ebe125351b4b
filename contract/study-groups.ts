import * as z from 'zod'
import { command, query } from './kit.ts'
import { studyObservers } from './study-observers.ts'
import {
  BulletinRow,
  GroupKey,
  GroupRow,
  Paper,
  Person,
  Plan,
  Report,
  Seat,
  Seats,
  SessionFacts,
  SessionKey,
  SessionRow,
} from './study-shapes.ts'
import { studyPapers, studyStates } from './study-words.ts'
import {
  Day,
  Id,
  Line,
  Moment,
  Name,
  Paging,
  Text,
  Version,
  Year,
  keysOf,
  pageOf,
} from './vocabulary.ts'

const Whole = z.int()
const Words = z.string()
const Half = z.int().min(1).max(2)
const Filing = z.object({
  year: Whole,
  dueOn: Day,
  summary: Words,
  filedAt: Moment.nullable(),
  isLate: z.boolean(),
  receivedAt: Moment.nullable(),
  receivedBy: Words,
  mayReceive: z.boolean(),
})
const Bulletin = z.object({
  unitId: Id,
  bulletinId: Id,
  year: Whole,
  half: Half,
  opinion: Words,
  byName: Words,
  at: Moment,
  rows: z.array(BulletinRow),
})

/** Theory study groups of Party committees: members, plan, sittings, reports, filing, bulletin and file. */
export const studyGroups = {
  ...studyObservers,

  list: query({
    grant: 'studyGroups.view',
    summary: '中心组一览：每季研讨、学习天数、出勤、旁听、一学一报、计划和报备',
    input: Paging.extend({ organizationId: Id, year: Year.optional(), text: Line.default('') }),
    output: pageOf(GroupRow).extend({
      year: Whole,
      quarter: Whole,
      /** Of all groups in the reach: discussed in this quarter, with overdue reports, not yet observed. */
      kept: Whole,
      overdue: Whole,
      unseen: Whole,
      unfiled: Whole,
      /** The first of the committees that should have one and have none, and how many there are. */
      missing: z.array(z.object({ organizationId: Id, name: Words })).max(200),
      missingCount: Whole,
      mayManage: z.boolean(),
      mayOversee: z.boolean(),
    }),
  }),

  show: query({
    grant: 'studyGroups.view',
    summary: '一个中心组的一年：成员、计划、完成情况、缺席待补、报备',
    input: GroupKey.extend({ year: Year.optional() }),
    output: GroupRow.extend({
      year: Whole,
      version: Version,
      seats: z.array(Seat.extend({ name: Words, organizationName: Words })),
      plan: Plan.extend({ version: Version, adoptedOn: Day.nullable() }).nullable(),
      /** Which books of the plan were read, by their ids. */
      readIds: z.array(Id),
      absentees: z.array(
        SessionKey.extend({ ...Person.shape, name: Words, title: Words, mark: Words, note: Words }),
      ),
      hearings: Whole,
      hearingsNeeded: Whole,
      filing: Filing,
      rules: z.array(z.object({ name: Words, value: Words, clause: Words })),
      mayManage: z.boolean(),
    }),
  }),

  candidates: query({
    grant: 'studyGroups.manage',
    summary: '按现任班子拟一份中心组成员名单',
    input: z.object({ organizationId: Id }),
    output: z.object({ seats: z.array(Seat.extend({ name: Words, post: Words })) }),
  }),

  establish: command({
    grant: 'studyGroups.manage',
    summary: '为一个党委（党组）建立理论学习中心组；一个组织一个',
    input: z.object({ organizationId: Id, name: Name, seats: Seats }),
    output: GroupKey,
  }),

  setSeats: command({
    grant: 'studyGroups.manage',
    summary: '调整中心组成员；还没开展的学习按新名单点名',
    input: GroupKey.extend({ version: Version, seats: Seats }),
    output: z.object({ version: Version }),
  }),

  savePlan: command({
    grant: 'studyGroups.manage',
    summary: '写年度学习计划：专题和书目；审定后的改动留痕',
    input: GroupKey.extend({
      year: Year,
      version: Version,
      isAdopted: z.boolean(),
      ...Plan.shape,
    }),
    output: z.object({ version: Version }),
  }),

  planSession: command({
    grant: 'studyGroups.manage',
    summary: '安排一次中心组学习，通知应到的成员',
    input: GroupKey.extend({ sessionId: Id, ...SessionFacts.shape }),
    output: SessionKey,
  }),

  changeSession: command({
    grant: 'studyGroups.manage',
    summary: '改一次还没开展的学习',
    input: SessionKey.extend({ version: Version, ...SessionFacts.shape }),
    output: z.object({ version: Version }),
  }),

  cancelSession: command({
    grant: 'studyGroups.manage',
    summary: '取消一次学习，写明原因',
    input: SessionKey.extend({ version: Version, reason: Line.min(2, '请写明原因') }),
    output: z.object({}),
  }),

  sessions: query({
    grant: 'studyGroups.view',
    summary: '中心组学习和一学一报：哪些逾期、哪些待上报',
    input: Paging.extend({
      organizationId: Id,
      groupId: Id.nullable().default(null),
      year: Year.optional(),
      state: z.enum(keysOf(studyStates)).nullable().default(null),
    }),
    output: pageOf(SessionRow).extend({ year: Whole, overdue: Whole, owed: Whole }),
  }),

  session: query({
    grant: 'studyGroups.view',
    summary: '一次中心组学习：记录、到会、报告、旁听和材料',
    input: SessionKey,
    output: SessionRow.extend({
      organizationId: Id,
      report: Report.extend({ byName: Words }).nullable(),
      minutes: Words,
      resolution: Words,
      roll: z.array(
        Person.extend({ name: Words, mark: Words, way: Words, note: Words, at: Moment.nullable() }),
      ),
      topic: Words,
      books: z.array(Words),
      papers: z.array(Paper),
      mayManage: z.boolean(),
    }),
  }),

  report: command({
    grant: 'studyGroups.manage',
    summary: '一学一报：学习后几天内上报研讨要点、决议和落实；时间、到会、材料自动带出',
    input: SessionKey.extend({
      version: Version,
      ...Report.shape,
      points: Text.min(10, '研讨要点请写不少于 10 个字').max(5000),
    }),
    output: z.object({ isLate: z.boolean(), version: Version }),
  }),

  attach: command({
    grant: 'studyGroups.manage',
    summary: '给一次学习存一份材料，归入年度档案',
    input: SessionKey.extend({ fileId: Id, paper: z.enum(keysOf(studyPapers)) }),
    output: z.object({}),
  }),

  file: command({
    grant: 'studyGroups.manage',
    summary: '每年一月向上级报备成员名单、年度计划和上一年总结',
    input: GroupKey.extend({
      year: Year,
      summary: Text.min(20, '上一年学习总结请写不少于 20 个字').max(10_000),
    }),
    output: z.object({ isLate: z.boolean() }),
  }),

  receive: command({
    grant: 'studyGroups.oversee',
    summary: '上级收到一个中心组的报备',
    input: GroupKey.extend({ year: Year }),
    output: z.object({}),
  }),

  bulletins: query({
    grant: 'studyGroups.view',
    summary: '发过的半年通报',
    input: z.object({ organizationId: Id }),
    output: z.object({
      organizationName: Words,
      rows: z.array(Bulletin),
      mayOversee: z.boolean(),
    }),
  }),

  draftBulletin: query({
    grant: 'studyGroups.oversee',
    summary: '半年通报的数据：由各中心组的记录算出',
    input: z.object({ organizationId: Id, year: Year, half: Half }),
    output: z.object({ rows: z.array(BulletinRow), isIssued: z.boolean(), isOver: z.boolean() }),
  }),

  issueBulletin: command({
    grant: 'studyGroups.oversee',
    summary: '发半年通报：当时的数据定下来，通知各中心组',
    input: z.object({
      organizationId: Id,
      year: Year,
      half: Half,
      opinion: Text.max(5000).default(''),
    }),
    output: z.object({ unitId: Id, bulletinId: Id }),
  }),

  mine: query({
    summary: '我所在的中心组：下一次学习、今年到会、要补的学习',
    input: z.object({}),
    output: z.object({
      groups: z.array(
        GroupKey.extend({
          name: Words,
          role: Words,
          year: Whole,
          books: z.array(z.object({ title: Words, isRead: z.boolean() })),
          next: SessionKey.extend({ title: Words, startsAt: Moment, place: Words }).nullable(),
          due: Whole,
          present: Whole,
          toMakeUp: z.array(SessionKey.extend({ title: Words, startsAt: Moment })),
        }),
      ),
    }),
  }),
}
