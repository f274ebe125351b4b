import * as z from 'zod'
import {
  ballotKinds,
  ballotMarks,
  ballotStates,
  ballotVerdicts,
  ballotWays,
} from './ballot-words.ts'
import { Day, Id, Line, Name, keysOf } from './vocabulary.ts'

export const BallotKey = z.object({ unitId: Id, ballotId: Id })
const Mark = z.enum(keysOf(ballotMarks))
const LineKey = z.string().min(1).max(60)
const Count = z.int().min(0).max(100_000)

/** What is voted on: the motion, one candidate, one member who is graded. */
export const BallotLine = z.object({
  key: LineKey,
  text: z.string(),
  memberId: Id.nullable(),
})
export type BallotLine = z.infer<typeof BallotLine>

/** What somebody marked, by line; a line without a mark counts as abstained. */
export const BallotChoices = z.record(LineKey, Mark)
export type BallotChoices = z.infer<typeof BallotChoices>

const Counts = z.partialRecord(Mark, Count)

/** The slips of a ballot on paper as the tellers called them out. */
export const PaperCount = z.object({
  issued: Count,
  returned: Count,
  invalid: Count,
  lines: z.array(z.object({ key: LineKey, counts: Counts })).max(200),
})
export type PaperCount = z.infer<typeof PaperCount>

/** Opinions of those who could not come, signed, handed in before the count; where the rule counts them. */
export const WrittenOpinions = z.object({
  memberIds: z.array(Id).min(1).max(200),
  lines: z.array(z.object({ key: LineKey, counts: Counts })).max(200),
})
export type WrittenOpinions = z.infer<typeof WrittenOpinions>

export const BallotHead = BallotKey.extend({
  kind: z.enum(keysOf(ballotKinds)),
  kindName: z.string(),
  way: z.enum(keysOf(ballotWays)),
  state: z.enum(keysOf(ballotStates)),
  title: z.string(),
  organizationName: Name,
  round: z.int(),
  openedOn: Day,
  until: Day,
  countedOn: Day.nullable(),
})

/** Whether enough came, and how many in favour it takes. */
export const BallotElectorate = z.object({
  entitled: z.int(),
  present: z.int(),
  needed: z.int(),
  /** Nothing where nothing passes or fails. */
  toPass: z.int().nullable(),
  clauses: z.array(z.string()),
})

export const BallotResult = z.object({
  issued: z.int(),
  returned: z.int(),
  invalid: z.int(),
  valid: z.int(),
  written: z.int(),
  lines: z.array(
    BallotLine.extend({
      counts: Counts,
      verdict: z.enum(keysOf(ballotVerdicts)),
      /** The count in a sentence, as it is read out. */
      words: z.string(),
    }),
  ),
  tellers: z.array(z.string()),
  /** All of it as the minutes say it. */
  sentence: z.string(),
})
export type BallotResult = z.infer<typeof BallotResult>

/** What is on the slip. */
export const BallotSlip = z.object({
  explanation: z.string(),
  lines: z.array(BallotLine),
  marks: z.array(Mark),
  /** So many lines at most may bear this mark. */
  most: z.object({ mark: Mark, count: z.int() }).nullable(),
  /** Whoever else may be written in; empty where nobody may. */
  others: z.array(z.object({ memberId: Id, name: Name })),
})

export const Teller = Line.min(2, '请写监票人、计票人的姓名')
