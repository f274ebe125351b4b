import * as z from 'zod'
import { command, query } from './kit.ts'
import { partnerFields } from './class-words.ts'
import { Id, Line, Name, Version, keysOf } from './vocabulary.ts'

const Facts = z.object({
  name: Name,
  field: z.enum(keysOf(partnerFields)),
  contactName: Line.default(''),
  contactPhone: Line.default(''),
})

export const partners = {
  list: query({
    grant: 'classes.view',
    summary: '合作部门：人社、科技、农业、教育等，办了几期、受益多少人',
    input: z.object({ organizationId: Id }),
    output: z.object({
      rows: z.array(
        Facts.extend({
          unitId: Id,
          partnerId: Id,
          classes: z.int(),
          beneficiaries: z.int(),
          version: Version,
        }),
      ),
    }),
  }),

  keep: command({
    grant: 'classes.keep',
    summary: '登记或修改一个合作部门',
    input: Facts.extend({
      organizationId: Id,
      partnerId: Id,
      version: Version.nullable().default(null),
    }),
    output: z.object({}),
  }),
}
