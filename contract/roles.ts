import * as z from 'zod'
import { Roster } from './audience.ts'
import { command, query } from './kit.ts'
import { roleGrades, roleKinds, roleStates } from './role-words.ts'
import { Day, Id, Line, Name, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'

const Kind = z.enum(keysOf(roleKinds))
const State = z.enum(keysOf(roleStates))
const Grade = z.enum(keysOf(roleGrades))
const RoleKey = z.object({ unitId: Id, roleId: Id })
const PostKey = z.object({ unitId: Id, postId: Id })
const Statement = z.string().trim().min(2, '请写明职责').max(500)

/** A voluntary post of a branch: how many may take it, and how many have. */
const Post = PostKey.extend({
  organizationId: Id,
  organizationName: Name,
  title: Name,
  statement: z.string(),
  seats: z.int(),
  taken: z.int(),
})

const Role = RoleKey.extend({
  memberId: Id,
  name: Name,
  organizationName: Name,
  kind: Kind,
  title: Name,
  statement: z.string(),
  year: Year,
  state: State,
  promise: z.string(),
  grade: Grade.nullable(),
  comment: z.string(),
  reason: z.string(),
  since: Day,
  version: Version,
})

const Form = RoleKey.extend({ version: Version })
const Changed = z.object({ version: Version })

export const roles = {
  list: query({
    grant: 'roles.view',
    summary: '党员岗责：谁担什么岗、什么责，评议如何；还有谁没有',
    input: Paging.extend({
      organizationId: Id,
      kind: Kind.default('inPost'),
      year: Year.exactOptional(),
      state: State.exactOptional(),
      /** Those who have none yet, instead of those who have. */
      lacking: z.boolean().default(false),
    }),
    output: pageOf(Role).extend({
      year: Year,
      /** Everybody of that roster, how many have a role this year, and how many were assessed. */
      people: z.int(),
      covered: z.int(),
      assessed: z.int(),
      waiting: z.int(),
      without: z.array(z.object({ unitId: Id, memberId: Id, name: Name, organizationName: Name })),
      mayAssign: z.boolean(),
    }),
  }),

  posts: query({
    grant: 'roles.view',
    summary: '无职党员志愿岗位目录',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Post).extend({ mayOffer: z.boolean() }),
  }),

  offer: command({
    grant: 'roles.assign',
    summary: '设一个志愿岗位，供本支部无职党员认领',
    input: z.object({
      organizationId: Id,
      title: Name,
      statement: Statement,
      seats: z.int().min(1).max(50),
    }),
    output: PostKey,
  }),

  withdrawPost: command({
    grant: 'roles.assign',
    summary: '撤销一个志愿岗位，不再接受认领；已认领的不变',
    input: PostKey,
    output: z.object({}),
  }),

  assign: command({
    grant: 'roles.assign',
    summary: '给在职党员定岗定责，交本人确认',
    input: z.object({ unitId: Id, memberId: Id, title: Name, statement: Statement }),
    output: RoleKey,
  }),

  decide: command({
    grant: 'roles.assign',
    summary: '同意或不同意无职党员的认领',
    input: Form.extend({ agrees: z.boolean(), reason: Line.default('') }),
    output: Changed,
  }),

  assess: command({
    grant: 'roles.assign',
    summary: '支部评议履行岗责的情况',
    input: Form.extend({ grade: Grade, comment: Line.min(2, '请写明评议意见') }),
    output: Changed,
  }),

  end: command({
    grant: 'roles.assign',
    summary: '终止一项岗责，写明原因',
    input: Form.extend({ reason: Line.min(2) }),
    output: Changed,
  }),

  claim: command({
    summary: '本人认领一个志愿岗位',
    input: PostKey.extend({ promise: Line.default('') }),
    output: RoleKey,
  }),

  accept: command({
    summary: '本人确认支部定的岗责',
    input: Form,
    output: Changed,
  }),

  mine: query({
    summary: '我的岗责；无职党员还可认领的岗位',
    input: z.object({}),
    output: z.object({
      year: Year,
      roster: Roster.nullable(),
      because: z.string(),
      roles: z.array(Role),
      posts: z.array(Post),
    }),
  }),
}
