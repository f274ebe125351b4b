import { leaderRows } from '../../../lectures/index.ts'
import { under } from '../declare.ts'
import type { Source } from '../declare.ts'

/** Leading cadres as ordinary members of their branch: the same rows as the page of leaders. */
export const leadersThere: Source = {
  key: 'leaders',
  rows: (scope) => {
    const { from, to, day } = scope
    return leaderRows({ where: under(scope, 'o.path'), from, to, day })
  },
}
