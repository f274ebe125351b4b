import * as z from 'zod'
import { command } from './kit.ts'
import { Day, Id, Line, keysOf } from './vocabulary.ts'
import { posts } from './words.ts'

const Post = z.enum(keysOf(posts))

export const committees = {
  elect: command({
    grant: 'organizations.change',
    summary: '登记换届：选举日期与新一届班子',
    input: z.object({
      organizationId: Id,
      electedOn: Day,
      /** How long it serves; left out, as the rule says. */
      years: z.int().min(1).max(5).exactOptional(),
      holders: z
        .array(z.object({ memberId: Id, post: Post }))
        .min(1)
        .max(30),
      reason: Line.exactOptional(),
    }),
    output: z.object({ termId: Id, endsOn: Day }),
  }),

  extend: command({
    grant: 'organizations.change',
    summary: '登记经上级批准的延期换届',
    input: z.object({ organizationId: Id, extendedTo: Day, reason: Line.min(2) }),
    output: z.object({}),
  }),

  appoint: command({
    grant: 'organizations.change',
    summary: '登记一名班子成员任职',
    input: z.object({ organizationId: Id, memberId: Id, post: Post, from: Day }),
    output: z.object({ postId: Id }),
  }),

  endPost: command({
    grant: 'organizations.change',
    summary: '登记一名班子成员离任',
    input: z.object({ organizationId: Id, postId: Id, until: Day }),
    output: z.object({}),
  }),
}
