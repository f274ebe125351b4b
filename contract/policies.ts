import * as z from 'zod'
import { command, query } from './kit.ts'
import { FileName } from './notices.ts'
import { policyKinds, policyLevels } from './plan-words.ts'
import { Day, Id, Line, Name, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const PolicyKey = z.object({ unitId: Id, policyId: Id })

/** What a document asks those below to do. */
const Task = z.object({ id: Id, text: Line.min(2) })

const Facts = z.object({
  title: Name,
  kind: z.enum(keysOf(policyKinds)),
  level: z.enum(keysOf(policyLevels)),
  /** The document's own number, "县组发〔2026〕3号". */
  number: Line,
  issuer: Line.min(2),
  issuedOn: Day,
  /** The period it is for; without an end, until it is replaced. */
  from: Day,
  until: Day.nullable(),
  summary: z.string().trim().max(2000),
  tasks: z.array(Task).max(60),
})

const Shown = PolicyKey.extend({
  ...Facts.shape,
  version: Version,
  edition: z.int(),
  organizationName: Name,
  isOwn: z.boolean(),
  state: z.enum(['coming', 'inForce', 'past']),
  files: z.array(FileName),
  /** How often plans carry out its tasks, and of each task the first of those plans. */
  carriers: z.int(),
  carriedOut: z
    .array(
      z.object({ taskId: Id, unitId: Id, planId: Id, planTitle: Name, organizationName: Name }),
    )
    .max(300),
  /** Earlier wordings, the latest first. */
  earlier: z.array(z.object({ edition: z.int(), title: Name, from: Day, replacedOn: Day })),
})

export const policies = {
  list: query({
    grant: 'plans.view',
    summary: '规划和政策文件库：上级的、本级的，各项任务由哪些计划落实',
    input: Paging.extend({ organizationId: Id, all: z.boolean().default(false) }),
    output: pageOf(Shown).extend({
      tasks: z.int(),
      /** Tasks in force that no plan here carries out. */
      open: z.int(),
      canKeep: z.boolean(),
    }),
  }),

  keep: command({
    grant: 'policies.keep',
    summary: '收入一份文件及其任务；修订的另存一版，原来的留着',
    input: z.object({
      policyId: Id,
      organizationId: Id,
      /** Of what the form read; nothing for a new document. */
      version: Version.nullable(),
      /** A new wording that replaces the old, or a slip that is put right. */
      isNewEdition: z.boolean().default(false),
      fileIds: z.array(Id).max(10).default([]),
      ...Facts.shape,
    }),
    output: z.object({ version: Version, edition: z.int() }),
  }),
}
