import * as z from 'zod'
import { importFields } from './import-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Paging, keysOf, pageOf } from './vocabulary.ts'
import { sexes, stages } from './words.ts'

const ImportKey = z.object({ unitId: Id, importId: Id })

export const ImportField = z.enum(keysOf(importFields))
export type ImportField = z.infer<typeof ImportField>

/** What a column of the file is taken for; nothing when it is left out. */
const Column = z.object({
  column: z.int().min(0).max(255),
  heading: z.string(),
  field: ImportField.nullable(),
  /** Known to the national system, kept beside the sixteen items under its own name. */
  isMore: z.boolean(),
  /** The first values below it, identifiers masked. */
  sample: z.array(z.string()),
})

const Phase = z.enum([
  'reading',
  'unmapped',
  'checked',
  'committing',
  'done',
  'undoing',
  'undone',
  'failed',
  'discarded',
])
export type ImportPhase = z.infer<typeof Phase>

const ImportState = ImportKey.extend({
  organizationId: Id,
  organizationName: z.string(),
  fileName: z.string(),
  phase: Phase,
  /** Why the file could not be read, or the job did not finish. */
  note: z.string(),
  job: z.object({ unitId: Id, jobId: Id, done: z.int(), total: z.int() }).nullable(),
  columns: z.array(Column),
  /** Fields without which nothing can be read. */
  missing: z.array(z.string()),
  counts: z.object({
    total: z.int(),
    good: z.int(),
    wrong: z.int(),
    duplicate: z.int(),
    likely: z.int(),
    added: z.int(),
    updated: z.int(),
    skipped: z.int(),
    undone: z.int(),
    kept: z.int(),
  }),
  refusedFileId: Id.nullable(),
  byName: z.string(),
  at: Moment,
  endedAt: Moment.nullable(),
  /** The last day on which it can be undone. */
  undoUntil: Day.nullable(),
})
export type ImportState = z.infer<typeof ImportState>

const PreviewRow = z.object({
  line: z.int(),
  name: z.string(),
  /** As it stands in the file where it is wrong, masked where it is right. */
  idNumber: z.string(),
  sex: z.enum(keysOf(sexes)).nullable(),
  bornOn: z.string(),
  stage: z.enum(keysOf(stages)).nullable(),
  branch: z.string(),
  organizationName: z.string().nullable(),
  joinedOn: z.string(),
  faults: z.array(z.object({ field: ImportField, message: z.string() })),
  duplicate: z
    .object({
      how: z.enum(['sameId', 'samePerson']),
      memberId: Id,
      name: z.string(),
      organizationName: z.string(),
    })
    .nullable(),
  outcome: z.enum(['added', 'updated', 'skipped']).nullable(),
})

export const imports = {
  begin: command({
    grant: 'members.import',
    summary: '用已上传的文件开始一次名册导入：读取、核对，尚不写入',
    input: z.object({ organizationId: Id, fileUnitId: Id, fileId: Id }),
    output: ImportKey,
  }),

  show: query({
    grant: 'members.import',
    summary: '一次导入走到哪一步',
    input: ImportKey,
    output: ImportState,
  }),

  list: query({
    grant: 'members.import',
    summary: '近来的导入，新的在前',
    input: z.object({ organizationId: Id }),
    output: z.object({ rows: z.array(ImportState) }),
  }),

  rows: query({
    grant: 'members.import',
    summary: '核对：每一行的内容、问题和重复',
    input: ImportKey.extend(Paging.shape).extend({
      show: z.enum(['all', 'good', 'wrong', 'duplicate', 'kept']).default('all'),
    }),
    output: pageOf(PreviewRow),
  }),

  branches: query({
    grant: 'members.import',
    summary: '文件里支部的各种写法，各对应哪个支部；没有找到的给出建议',
    input: Paging.extend(ImportKey.shape),
    output: pageOf(
      z.object({
        spelling: z.string(),
        count: z.int(),
        organizationId: Id.nullable(),
        organizationName: z.string().nullable(),
        /** More than one spelling of this branch is in the file. */
        isVariant: z.boolean(),
        suggestions: z.array(z.object({ organizationId: Id, name: z.string() })),
      }),
    ).extend({ unknown: z.int(), variants: z.int() }),
  }),

  remap: command({
    grant: 'members.import',
    summary: '改变列的对应关系，重新核对',
    input: ImportKey.extend({
      columns: z
        .array(z.object({ column: z.int().min(0).max(255), field: ImportField.nullable() }))
        .max(256),
    }),
    output: z.object({}),
  }),

  assignBranch: command({
    grant: 'members.import',
    summary: '指定文件里的一种支部写法对应哪个党支部',
    input: ImportKey.extend({ spelling: Line, organizationId: Id }),
    output: z.object({ count: z.int() }),
  }),

  commit: command({
    grant: 'members.import',
    summary: '把核对过的行写入名册；有误的行总是跳过',
    input: ImportKey.extend({
      /** Only these lines, where they are named. */
      lines: z.array(z.int().min(1)).max(10_000).optional(),
      duplicates: z.enum(['skip', 'overwrite']),
      likely: z.enum(['skip', 'add']),
    }),
    output: z.object({ jobId: Id }),
  }),

  undo: command({
    grant: 'members.import',
    summary: '撤销整次导入：新增的移出，更新的复原；已有学时或又改过的保留并列出',
    input: ImportKey,
    output: z.object({ jobId: Id }),
  }),

  discard: command({
    grant: 'members.import',
    summary: '放弃一次尚未写入的导入',
    input: ImportKey,
    output: z.object({}),
  }),
}
