import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { endPost, lockPost } from '../store.ts'

/** Nobody claims it any more; who has it keeps it for the year. */
export const withdrawPost = act(contract.roles.withdrawPost, async ({ tx, now, reach }, key) => {
  const post = await lockPost(tx, key)
  if (!post || !covers(reach, post.path)) throw missing('roles.unknownPost')
  if (post.withdrawnOn) throw conflict('roles.closed', { 名称: post.title })
  const on = dayOf(now)
  await endPost(tx, key, on)
  return {
    value: {},
    place: post,
    change: {
      subject: `voluntaryPost:${post.id}`,
      before: { withdrawnOn: null },
      after: { withdrawnOn: on },
    },
  }
})
