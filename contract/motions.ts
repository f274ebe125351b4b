import * as z from 'zod'
import { ActivityKey } from './activity-shapes.ts'
import { command } from './kit.ts'
import { ballotWays } from './ballot-words.ts'
import { Day, Id, Line, Version, keysOf } from './vocabulary.ts'

const MotionKey = ActivityKey.extend({ motionId: Id })
const Words = {
  text: z.string().trim().min(4, '请把议题写完整，至少 4 个字').max(1000),
  proposerName: Line.default(''),
  discussion: z.string().trim().max(5000).default(''),
}
const Votes = z.int().min(0).max(100_000)
const Changed = z.object({ version: Version })

export const motions = {
  propose: command({
    grant: 'activities.organize',
    summary: '提出一个议题，写明提议人和讨论情况',
    input: MotionKey.extend(Words),
    output: Changed,
  }),

  revise: command({
    grant: 'activities.organize',
    summary: '修改还没有表决的议题和讨论情况',
    input: MotionKey.extend({ ...Words, version: Version }),
    output: Changed,
  }),

  vote: command({
    grant: 'activities.organize',
    summary: '登记举手表决：赞成、反对、弃权的人数；没有表决权的人不计',
    input: MotionKey.extend({
      version: Version,
      inFavour: Votes,
      against: Votes,
      abstained: Votes,
    }),
    output: Changed.extend({ passed: z.boolean() }),
  }),

  openBallot: command({
    grant: 'activities.organize',
    summary: '无记名投票表决：给到会有表决权的人发票；投票中再按一次，后到的人也能投',
    input: MotionKey.extend({
      version: Version,
      way: z.enum(keysOf(ballotWays)),
      /** By which rule it is counted: admission asks for more, and counts signed opinions. */
      ballotKind: z.enum(['motion', 'admission', 'disposal']).default('motion'),
      /** Another vote, although one was counted. */
      isAgain: z.boolean().default(false),
      until: Day.optional(),
    }),
    output: Changed.extend({ ballotId: Id }),
  }),

  defer: command({
    grant: 'activities.organize',
    summary: '暂缓表决，写明原因',
    input: MotionKey.extend({ version: Version, reason: Line.min(2) }),
    output: Changed,
  }),

  publish: command({
    grant: 'activities.close',
    summary: '向支部全体党员公开议题的表决结果',
    input: MotionKey,
    output: z.object({ people: z.int() }),
  }),
}
