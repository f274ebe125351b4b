import * as z from 'zod'
import { ActivityKey, Mark } from './activity-shapes.ts'
import { guestProofs } from './activity-words.ts'
import { command, query } from './kit.ts'

import { Id, Line, Moment, Text, keysOf } from './vocabulary.ts'

const Reason = Line.min(2)
const Member = ActivityKey.extend({ memberId: Id })
const Candidate = z.object({ memberId: Id, name: z.string(), organizationName: z.string() })
const monthMs = 31 * 86_400_000
const BroughtMark = z.object({
  memberId: Id,
  name: z.string(),
  outcome: z.enum(['kept', 'same', 'overtaken', 'refused']),
  /** Why, where it was not taken. */
  because: z.string(),
  /** What stands in the record now. */
  mark: Mark.nullable(),
})
/** A line of a list of names that could not be used, and why. */
const FaultyLine = z.object({ line: z.int(), text: z.string(), fault: z.string() })

/** Who was there: roll call by tap, by file, by code, for another, and afterwards. */
export const activityRoll = {
  mark: command({
    grant: 'activities.organize',
    summary: '点名：记为到会、请假、缺席或线上到会，或取消记号',
    input: Member.extend({
      mark: Mark.nullable(),
      isRemote: z.boolean().default(false),
      note: Line.default(''),
    }),
    output: z.object({}),
  }),

  proveRemote: command({
    grant: 'activities.organize',
    summary: '写明线上到会的是怎样核实的：视频点名应答、截图；还没有写的人一次写上',
    input: ActivityKey.extend({ note: Line.min(4, '请写明怎样核实的，至少 4 个字') }),
    output: z.object({ people: z.int() }),
  }),

  bringRoll: command({
    grant: 'activities.organize',
    summary: '交上没有网络时在手机里点的名：逐人合并，后点的为准，两边都留痕',
    input: ActivityKey.extend({
      marks: z
        .array(
          z.object({
            memberId: Id,
            mark: Mark.nullable(),
            isRemote: z.boolean().default(false),
            note: Line.default(''),
            /** How long ago it was said, by the phone's own clock, which may be set wrong: only its pace counts. */
            agoMs: z.int().min(0).max(monthMs),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.object({ rows: z.array(BroughtMark) }),
  }),

  markRest: command({
    grant: 'activities.organize',
    summary: '其余未点到的人一次记为同样的记号',
    input: ActivityKey.extend({ mark: Mark }),
    output: z.object({ people: z.int() }),
  }),

  markByFile: command({
    grant: 'activities.organize',
    summary: '按名单（.xlsx、.csv 或粘贴的姓名、身份证号）记为到会',
    input: ActivityKey.extend({
      fileId: Id.nullable().default(null),
      text: Text.default(''),
    }),
    output: z.object({ marked: z.int(), known: z.int(), faults: z.array(FaultyLine) }),
  }),

  proxy: command({
    grant: 'activities.organize',
    summary: '代签：谁为谁签，为什么',
    input: Member.extend({ byMemberId: Id, reason: Reason }),
    output: z.object({}),
  }),

  findGuests: query({
    grant: 'activities.organize',
    summary: '按姓名或手机号找本管理单元其他支部的党员，以便列席',
    input: ActivityKey.extend({ text: Line.min(2) }),
    output: z.object({ rows: z.array(Candidate) }),
  }),

  addGuest: command({
    grant: 'activities.organize',
    summary: '增加列席的其他支部党员，写明怎样核实、谁证明；学时记回其所在支部',
    input: Member.extend({
      /** Seen in the room, if nothing else is said; by video counts as come by video. */
      known: z.enum(keysOf(guestProofs)).exactOptional(),
      /** Who of those present vouches; without one, who calls the roll, unless the guest came by video. */
      voucherId: Id.exactOptional(),
    }),
    output: z.object({}),
  }),

  leave: command({
    summary: '本人请假，写明原因；开始以后不能请',
    input: ActivityKey.extend({ reason: Reason }),
    output: z.object({}),
  }),

  withdrawLeave: command({
    summary: '撤回本人的请假',
    input: ActivityKey,
    output: z.object({}),
  }),

  makeUp: command({
    grant: 'activities.organize',
    summary: '缺席或请假的人补课，按补课记入学时',
    input: Member.extend({ how: Reason }),
    output: z.object({ minutes: z.int() }),
  }),

  endRoll: command({
    grant: 'activities.organize',
    summary: '结束点名',
    input: ActivityKey,
    output: z.object({}),
  }),

  resumeRoll: command({
    grant: 'activities.organize',
    summary: '继续点名',
    input: ActivityKey,
    output: z.object({}),
  }),

  wall: query({
    grant: 'activities.organize',
    summary: '投屏：当前的签到码和已到名单',
    input: ActivityKey,
    output: z.object({
      title: z.string(),
      organizationName: z.string(),
      /** Where the code leads, below the address of this server; nothing while nobody may sign in. */
      address: z.string().nullable(),
      closedBecause: z.string(),
      renewedAt: Moment,
      renewSeconds: z.int(),
      due: z.int(),
      arrived: z.array(z.object({ memberId: Id, name: z.string(), at: Moment })),
    }),
  }),

  openCode: command({
    grant: 'open',
    summary: '打开扫到的签到码，换一张只在这部手机上有效的签到凭证',
    input: z.object({ code: z.string().min(1).max(200) }),
    output: ActivityKey.extend({
      ticket: z.string(),
      until: Moment,
      title: z.string(),
      organizationName: z.string(),
      startsAt: Moment,
      place: z.string(),
    }),
  }),

  signIn: command({
    grant: 'activities.attend',
    summary: '签到（可重复提交，以第一次为准）',
    input: z.object({ ticket: z.string().min(1).max(400) }),
    output: z.object({ signedAt: Moment }),
  }),
}
