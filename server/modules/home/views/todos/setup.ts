import { and, isNull, ne } from 'drizzle-orm'
import { setupChecks } from '@zhixing/contract/words.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { partsOf } from '../../../organizations/index.ts'
import { checksOf, setupKeys } from '../../../organizations/rules/setup.ts'
import { organizations } from '../../../organizations/table.ts'
import { factsOf, isIn } from '../../../organizations/views/setup.ts'
import { rulesBelow } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** What is not set up as the rules ask, elections that are due among it; what is only a note stays on its own page. */
export async function setupProblems(place: Place): Promise<Todo[]> {
  const { db, today, organization, isBranch } = place
  const { path } = organization
  const standing = and(isNull(organizations.dissolvedOn), ne(organizations.kind, 'group'))
  const rulesOf = await rulesBelow(db, setupKeys, path)
  const mine: Todo[] = []
  const sums = new Map<Code, Sum>()
  for (const part of await partsOf(db, path))
    for (const one of await factsOf(db, and(isIn(part), standing), today))
      for (const check of checksOf(one, rulesOf({ path: one.path, day: today }), today)) {
        if (check.severity === 'note') continue
        const deadline = isTerm(check.code) ? one.termEndsOn : null
        if (one.id === organization.id) mine.push(ownTodo({ ...check, deadline }, one.id))
        else addTo(sums, { ...check, deadline })
      }
  return isBranch ? mine : [...mine, ...[...sums].map(below)]
}

type Code = keyof typeof setupChecks
type Found = {
  readonly code: Code
  readonly clause: string
  readonly deadline: Day | null
}
type Own = Found & { readonly sentence: string; readonly next: string }
type Sum = Pick<Found, 'clause' | 'deadline'> & { readonly organizations: number }

function ownTodo({ code, sentence, clause, next, deadline }: Own, id: string): Todo {
  return {
    key: `setup:${code}`,
    what: setupChecks[code],
    why: `${sentence}：${next}`,
    clause,
    deadline,
    action: '去办理',
    to: `/organizations?open=${id}`,
  }
}

/** How many it concerns, and the first day of any of them. */
function addTo(sums: Map<Code, Sum>, { code, clause, deadline }: Found): void {
  const before = sums.get(code) ?? { clause, deadline: null, organizations: 0 }
  const [first = null] = [before.deadline, deadline].filter((day) => day !== null).toSorted()
  sums.set(code, { ...before, deadline: first, organizations: before.organizations + 1 })
}

function below([code, { organizations: count, clause, deadline }]: [Code, Sum]): Todo {
  return {
    key: `setups:${code}`,
    what: `${count} 个下级组织：${setupChecks[code]}`,
    why: '与规定不符，逐个附有依据和办法',
    clause,
    deadline,
    action: '看是哪些组织',
    to: `/organizations?code=${code}`,
  }
}

function isTerm(code: Code): boolean {
  return code === 'termOverdue' || code === 'termEnding'
}
