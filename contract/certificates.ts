import * as z from 'zod'
import { ClassKey } from './class-shapes.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Minutes, Moment, Paging, pageOf } from './vocabulary.ts'

const CertificateKey = z.object({ unitId: Id, certificateId: Id })

/** What a certificate certifies; the same on paper, in the list and before a stranger. */
const Certified = z.object({
  number: z.string(),
  name: z.string(),
  organizationName: z.string(),
  className: z.string(),
  from: Day,
  until: Day,
  minutes: Minutes,
  issuerName: z.string(),
  issuedOn: Day,
  revokedOn: Day.nullable(),
  revokeReason: z.string(),
})

export const certificates = {
  list: query({
    grant: 'classes.view',
    summary: '一个培训班发出的结业证书，和还没有发的人数',
    input: Paging.extend({ ...ClassKey.shape, text: Line.default('') }),
    output: pageOf(
      Certified.extend({
        ...CertificateKey.shape,
        /** Where it is verified, below the address of this server. */
        path: z.string(),
        checks: z.int(),
        checkedAt: Moment.nullable(),
      }),
    ).extend({
      /** Of the class: who graduated and has no certificate yet, who holds one, and whose was revoked. */
      waiting: z.int(),
      held: z.int(),
      revoked: z.int(),
      /** Why none can be issued yet, in words; empty where they can. */
      notYet: z.string(),
      mayIssue: z.boolean(),
    }),
  }),

  issue: command({
    grant: 'classes.keep',
    summary: '给结业的学员发证书；已经有证书的不重发',
    input: ClassKey.extend({ issuedOn: Day.exactOptional() }),
    output: z.object({ issued: z.int() }),
  }),

  revoke: command({
    grant: 'classes.keep',
    summary: '撤销一张证书，写明原因；核验时会显示已撤销',
    input: CertificateKey.extend({ reason: Line.min(2, '请写明撤销原因') }),
    output: z.object({}),
  }),

  checks: query({
    grant: 'classes.view',
    summary: '一张证书的核验记录',
    input: Paging.extend(CertificateKey.shape),
    output: pageOf(z.object({ at: Moment, address: z.string(), wasRevoked: z.boolean() })),
  }),

  mine: query({
    summary: '我的结业证书',
    input: z.object({}),
    output: z.object({
      rows: z.array(Certified.extend({ ...CertificateKey.shape, path: z.string() })),
    }),
  }),

  verify: command({
    grant: 'open',
    summary: '核验一张证书：扫码的人看到证明了什么，是否已撤销；每次核验都有记录',
    input: z.object({ code: z.string().min(1).max(100) }),
    output: z.object({
      state: z.enum(['valid', 'revoked', 'unknown']),
      certified: Certified.nullable(),
    }),
  }),
}
