import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { lockNotice, remindUnread } from '../store.ts'

export const remind = act(contract.notices.remind, async ({ tx, now, reach }, key) => {
  const notice = await lockNotice(tx, reach, key)
  if (!notice) throw missing('notices.unknown')

  const people = await remindUnread(tx, notice, now)
  if (people === 0) throw conflict('notices.allRead')
  return {
    value: { people },
    place: notice,
    change: { subject: `notice:${notice.id}`, after: { reminded: people } },
  }
})
