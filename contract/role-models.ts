import * as z from 'zod'
import { command, query } from './kit.ts'
import { modelKinds, modelUses } from './material-words.ts'
import { FileName } from './notices.ts'
import { Day, Id, Line, Name, Paging, Text, Version, Year, keysOf, pageOf } from './vocabulary.ts'

const ModelKey = z.object({ unitId: Id, modelId: Id })
const Kind = z.enum(keysOf(modelKinds))
const Use = z.enum(keysOf(modelUses))

const Facts = z.object({
  kind: Kind,
  name: Name,
  /** Where the person works, or where the organization is. */
  place: Line.default(''),
  /** Given by whom, and when. */
  honour: Line.min(2, '请写明荣誉称号'),
  year: Year,
  deeds: Text.min(10, '请写清主要事迹').max(5_000),
  /** The member it is, where it is one of ours. */
  memberId: Id.nullable().default(null),
})

const Row = ModelKey.extend({
  kind: Kind,
  name: z.string(),
  place: z.string(),
  honour: z.string(),
  year: z.int(),
  organizationName: z.string(),
  titles: z.int(),
  /** How often it served: uses written down, and viewings of its media. */
  used: z.int(),
  lastOn: Day.nullable(),
  retiredOn: Day.nullable(),
  mayKeep: z.boolean(),
})

/** Model members and organizations: their deeds, what tells of them, and how often that was used. */
export const roleModels = {
  list: query({
    grant: 'materials.view',
    summary: '先进典型库：个人和集体、事迹、影像、用过几次',
    input: Paging.extend({
      organizationId: Id,
      kind: Kind.exactOptional(),
      text: Line.default(''),
    }),
    output: pageOf(Row).extend({ counts: z.record(Kind, z.int()), mayKeep: z.boolean() }),
  }),

  show: query({
    grant: 'materials.view',
    summary: '一个先进典型：事迹、影像材料、每次使用',
    input: ModelKey,
    output: Row.extend({
      deeds: z.string(),
      memberId: Id.nullable(),
      files: z.array(FileName),
      media: z.array(z.object({ unitId: Id, titleId: Id, name: z.string(), viewings: z.int() })),
      uses: z.array(
        z.object({
          on: Day,
          use: Use,
          organizationName: z.string(),
          audience: z.int(),
          note: z.string(),
        }),
      ),
      version: Version,
    }),
  }),

  keep: command({
    grant: 'materials.keep',
    summary: '登记或修改一个先进典型',
    input: ModelKey.extend({
      organizationId: Id,
      version: Version.nullable(),
      model: Facts,
      isRetired: z.boolean().default(false),
    }),
    output: ModelKey.extend({ version: Version }),
  }),

  addFile: command({
    grant: 'materials.keep',
    summary: '放上照片、影像、文字材料',
    input: ModelKey.extend({ fileId: Id }),
    output: z.object({}),
  }),

  removeFile: command({
    grant: 'materials.keep',
    summary: '撤下材料',
    input: ModelKey.extend({ fileId: Id }),
    output: z.object({}),
  }),

  use: command({
    grant: 'materials.receive',
    summary: '登记一次使用：哪个组织、哪天、用来做什么、多少人',
    input: ModelKey.extend({
      organizationId: Id,
      useId: Id,
      on: Day,
      use: Use,
      audience: z.int().min(1, '至少一人').max(10_000_000),
      note: Line.default(''),
    }),
    output: z.object({}),
  }),
}
