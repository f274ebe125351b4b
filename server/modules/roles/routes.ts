import type { Routes } from '../../kernel/wire.ts'
import { accept } from './acts/accept.ts'
import { assign } from './acts/assign.ts'
import { claim } from './acts/claim.ts'
import { assess, decide, end } from './acts/judge.ts'
import { offer } from './acts/offer.ts'
import { withdrawPost } from './acts/withdraw-post.ts'
import { listRoles } from './views/list.ts'
import { listPosts, mine } from './views/posts.ts'

export const routes: Routes['roles'] = {
  list: listRoles,
  posts: listPosts,
  offer,
  withdrawPost,
  assign,
  decide,
  assess,
  end,
  claim,
  accept,
  mine,
}
