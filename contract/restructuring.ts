import * as z from 'zod'
import { command } from './kit.ts'
import { Id, Line, Name, Version } from './vocabulary.ts'

export const restructuring = {
  merge: command({
    grant: 'organizations.change',
    summary: '把一个党支部并入另一个：党员全部转入，原支部撤销',
    input: z.object({ organizationId: Id, version: Version, intoId: Id, reason: Line.min(2) }),
    output: z.object({ moved: z.int() }),
  }),

  split: command({
    grant: 'organizations.found',
    summary: '从一个党支部分设出新的党支部，选定的党员转入',
    input: z.object({
      organizationId: Id,
      version: Version,
      name: Name,
      memberIds: z.array(Id).min(1).max(2000),
      reason: Line.min(2),
    }),
    output: z.object({ organizationId: Id, moved: z.int() }),
  }),

  dissolve: command({
    grant: 'organizations.change',
    summary: '撤销没有党员、没有下级的党组织',
    input: z.object({ organizationId: Id, version: Version, reason: Line.min(2) }),
    output: z.object({}),
  }),
}
