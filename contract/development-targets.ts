import * as z from 'zod'
import { Stage } from './development-shapes.ts'
import { structureTargets } from './development-words.ts'
import { command, query } from './kit.ts'
import { Id, Name, Version, Year, keysOf } from './vocabulary.ts'

const Target = z.enum(keysOf(structureTargets))
const Share = z.int().min(0).max(100)
const Targets = z.partialRecord(Target, Share)

/** How many are admitted in a year, of what kind, and out of how many who applied. */
export const developmentTargets = {
  quotas: query({
    grant: 'development.view',
    summary: '发展计划：各级名额、已批准、在途，结构目标和实际',
    input: z.object({ organizationId: Id, year: Year }),
    output: z.object({
      rows: z.array(
        z.object({
          organizationId: Id,
          name: Name,
          version: Version,
          persons: z.int().nullable(),
          targets: Targets,
          /** Admitted in the year, and those who are on their way to it. */
          admitted: z.int(),
          coming: z.int(),
          actual: Targets,
        }),
      ),
      /** What the place asks of admission, as laid down here or above. */
      guideline: z.string(),
      mayPlan: z.boolean(),
    }),
  }),

  setQuota: command({
    grant: 'development.plan',
    summary: '下达一个组织的年度名额和结构目标',
    input: z.object({
      organizationId: Id,
      year: Year,
      version: Version,
      persons: z.int().min(0).max(10_000),
      targets: Targets,
    }),
    output: z.object({ version: Version }),
  }),

  pool: query({
    grant: 'development.view',
    summary: '储备库：申请人、积极分子、发展对象各多少，择优比例',
    input: z.object({ organizationId: Id, year: Year }),
    output: z.object({
      rows: z.array(
        z.object({
          organizationId: Id,
          name: Name,
          stages: z.partialRecord(Stage, z.int()),
          /** In the year: of how many activists one became a development target. */
          became: z.int(),
          admitted: z.int(),
          confirmed: z.int(),
        }),
      ),
    }),
  }),
}
