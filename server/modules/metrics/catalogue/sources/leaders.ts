import { leaderRows } from '../../../lectures/index.ts'
import type { Source } from '../declare.ts'

/** Leading cadres as ordinary members of their branch: the same rows as the page of leaders. */
export const leadersThere: Source = {
  key: 'leaders',
  rows: ({ paths, from, to, day }) => leaderRows({ paths, from, to, day }),
}
