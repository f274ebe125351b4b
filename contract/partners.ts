import * as z from 'zod'
import { command, query } from './kit.ts'
import { partnerFields } from './class-words.ts'
import { Id, Line, Name, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

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
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      Facts.extend({
        unitId: Id,
        partnerId: Id,
        classes: z.int(),
        beneficiaries: z.int(),
        version: Version,
      }),
    ).extend({
      /** How many people the classes with all of them have reached. */
      reached: z.int(),
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
