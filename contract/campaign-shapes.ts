import * as z from 'zod'
import {
  askTopics,
  campaignKinds,
  campaignStates,
  entryGenres,
  entryStates,
  findingLights,
  findingStates,
  returnLevels,
  returnStates,
} from './campaign-words.ts'
import { FormDefinition } from './form-shapes.ts'
import { FileName } from './notices.ts'
import { Day, Id, Minutes, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'

export const CampaignKind = z.enum(keysOf(campaignKinds))
export type CampaignKind = z.infer<typeof CampaignKind>
const AskTopic = z.enum(keysOf(askTopics))
export type AskTopic = z.infer<typeof AskTopic>

const Phase = z.object({ phaseId: Id, name: Name, from: Day, until: Day })
export type CampaignPhase = z.infer<typeof Phase>

/** So many activities of a sort, of each branch, in a phase. */
const Ask = z.object({
  askId: Id,
  phaseId: Id,
  topic: AskTopic,
  title: Name,
  count: z.int().min(1).max(50),
})
export type CampaignAsk = z.infer<typeof Ask>

/** A book or a document of the reading list; it becomes a reading task when the campaign begins. */
const Reading = z.object({
  taskId: Id,
  phaseId: Id,
  title: Name,
  chapters: z.array(Name).min(1, '至少写一章').max(100, '最多 100 章'),
  dueOn: Day,
})
export type CampaignReading = z.infer<typeof Reading>

const ReturnForm = z.object({
  returnFormId: Id,
  phaseId: Id,
  by: z.enum(keysOf(returnLevels)),
  dueOn: Day,
  form: FormDefinition,
})

/** What a campaign consists of; the same to prepare and to change it. */
export const CampaignFacts = z.object({
  title: Name,
  goal: Text.min(2, '请写明目的和要求').max(2000),
  from: Day,
  until: Day,
  phases: z.array(Phase).min(1, '至少安排一个阶段').max(12),
  asks: z.array(Ask).max(40),
  readings: z.array(Reading).max(40),
  returnForms: z.array(ReturnForm).max(20),
  /** What each is to study, and how many people are to be reached; nothing where the kind asks for neither. */
  targetMinutes: z.int().min(1).max(100_000).nullable(),
  targetPeople: z.int().min(1).max(10_000_000).nullable(),
})
export type CampaignFacts = z.infer<typeof CampaignFacts>

/** What was to be done and what was, here and below. */
export const CampaignTally = z.object({
  branches: z.int(),
  asked: z.int(),
  held: z.int(),
  late: z.int(),
  people: z.int(),
  reached: z.int(),
  readers: z.int(),
  returnsDue: z.int(),
  returned: z.int(),
  returnsLate: z.int(),
  returnsOverdue: z.int(),
  findings: z.int(),
  findingsClosed: z.int(),
  findingsOverdue: z.int(),
  entries: z.int(),
  selected: z.int(),
})
export type CampaignTally = z.infer<typeof CampaignTally>

/** What its kind brings with it. */
export const CampaignTraits = z.object({
  hasFindings: z.boolean(),
  hasEntries: z.boolean(),
  hasTarget: z.boolean(),
  /** A person is done only with the readings read as well. */
  needsSelfStudy: z.boolean(),
  /** How people read what counts towards the target. */
  counts: z.string(),
})

export const CampaignHead = z.object({
  campaignId: Id,
  kind: CampaignKind,
  title: Name,
  organizationId: Id,
  organizationName: z.string(),
  from: Day,
  until: Day,
  state: z.enum(keysOf(campaignStates)),
  /** Which phase it is in today; nothing before, between and after them. */
  phaseName: z.string().nullable(),
})

export const ReturnLine = z.object({
  organizationId: Id,
  organizationName: z.string(),
  unitId: Id,
  returnId: Id.nullable(),
  state: z.enum(keysOf(returnStates)),
  at: Moment.nullable(),
  byName: z.string(),
  corrections: z.int(),
})

export const Finding = z.object({
  unitId: Id,
  findingId: Id,
  organizationId: Id,
  organizationName: z.string(),
  problem: z.string(),
  source: z.string(),
  measure: z.string(),
  ownerName: z.string(),
  dueOn: Day,
  state: z.enum(keysOf(findingStates)),
  light: z.enum(keysOf(findingLights)),
  /** What was done, in words; the papers hang beside it. */
  result: z.string(),
  files: z.array(FileName),
  verdict: z.string(),
  closedOn: Day.nullable(),
  closedByName: z.string(),
  version: Version,
})

const Judgment = z.object({
  organizationName: z.string(),
  byName: z.string(),
  score: z.int(),
  isPassed: z.boolean(),
  comment: z.string(),
  at: Moment,
})
export type EntryJudgment = z.infer<typeof Judgment>

export const CampaignEntry = z.object({
  unitId: Id,
  entryId: Id,
  organizationId: Id,
  organizationName: z.string(),
  title: z.string(),
  genre: z.enum(keysOf(entryGenres)),
  speakerName: z.string(),
  minutes: Minutes,
  summary: z.string(),
  link: z.string(),
  files: z.array(FileName),
  state: z.enum(keysOf(entryStates)),
  /** Before whom it lies, or who had the last word. */
  standsAtName: z.string(),
  award: z.string(),
  judgments: z.array(Judgment),
  version: Version,
  mayJudge: z.boolean(),
})
