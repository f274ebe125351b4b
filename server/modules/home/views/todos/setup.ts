import { and, isNull, like, ne } from 'drizzle-orm'
import { setupChecks } from '@zhixing/contract/words.ts'
import { checksOf, setupKeys } from '../../../organizations/rules/setup.ts'
import { organizations } from '../../../organizations/table.ts'
import { factsOf } from '../../../organizations/views/setup.ts'
import { rulesBelow } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** What is not set up as the rules ask, elections that are due among it; what is only a note stays on its own page. */
export async function setupProblems(place: Place): Promise<Todo[]> {
  const { db, today, organization, isBranch } = place
  const { path } = organization
  const chosen = and(
    like(organizations.path, `${path}%`),
    isNull(organizations.dissolvedOn),
    ne(organizations.kind, 'group'),
  )
  const rulesOf = await rulesBelow(db, setupKeys, path)
  const facts = await factsOf(db, chosen, today)
  const found = facts.flatMap((one) =>
    checksOf(one, rulesOf({ path: one.path, day: today }), today)
      .filter(({ severity }) => severity !== 'note')
      .map((check) => ({
        ...check,
        id: one.id,
        deadline: isTerm(check.code) ? one.termEndsOn : null,
      })),
  )
  const own = found.filter(({ id }) => id === organization.id)
  const mine = own.map(({ code, sentence, clause, next, deadline }) => ({
    key: `setup:${code}`,
    what: setupChecks[code],
    why: `${sentence}：${next}`,
    clause,
    deadline,
    action: '去办理',
    to: `/organizations?open=${organization.id}`,
  }))
  if (isBranch) return mine
  return [...mine, ...below(found.filter(({ id }) => id !== organization.id))]
}

type Found = {
  readonly code: keyof typeof setupChecks
  readonly clause: string
  readonly deadline: string | null
}

function below(found: readonly Found[]): Todo[] {
  const groups = Map.groupBy(found, ({ code }) => code)
  return [...groups].map(([code, some]) => ({
    key: `setups:${code}`,
    what: `${some.length} 个下级组织：${setupChecks[code]}`,
    why: '与规定不符，逐个附有依据和办法',
    clause: some[0]?.clause ?? '',
    deadline: some.flatMap(({ deadline }) => deadline ?? []).toSorted()[0] ?? null,
    action: '看是哪些组织',
    to: `/organizations?code=${code}`,
  }))
}

function isTerm(code: keyof typeof setupChecks): boolean {
  return code === 'termOverdue' || code === 'termEnding'
}
