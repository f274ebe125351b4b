import type { studyForms } from '@zhixing/contract/study-words.ts'

type Plan = {
  readonly books: readonly { readonly id: string }[]
  readonly topics: readonly {
    readonly id: string
    readonly month: number
    readonly form: keyof typeof studyForms
  }[]
}

export function hasTwins({ books, topics }: Plan): boolean {
  return [books, topics].some((rows) => new Set(rows.map(({ id }) => id)).size < rows.length)
}

/** How many quarters the plan gives fewer discussions than each must have; those of the whole year are compared. */
export function discussionsIn({ topics }: Plan): number {
  return topics.filter(({ form }) => form === 'discussion').length
}

/** What a sitting says it carries out is in the plan of its year. */
export function isInPlan(
  plan: Plan | undefined,
  { topicId, bookIds }: { readonly topicId: string | null; readonly bookIds: readonly string[] },
): boolean {
  const topics = new Set(plan?.topics.map(({ id }) => id))
  const books = new Set(plan?.books.map(({ id }) => id))
  return (topicId === null || topics.has(topicId)) && bookIds.every((id) => books.has(id))
}
