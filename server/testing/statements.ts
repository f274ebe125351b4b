import { Client } from 'pg'
import { vi } from 'vitest'
import { withClient } from './nodes.ts'

type Statement = { readonly text: string; readonly values: unknown[] }

/** What was asked of the database meanwhile, word for word. */
export async function statementsOf(body: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = []
  const spy = vi.spyOn(Client.prototype, 'query')
  try {
    await body()
    for (const [query, values] of spy.mock.calls as unknown as [unknown, unknown[]?][])
      if (typeof query === 'object' && query !== null && 'text' in query)
        heard.push({ text: String(query.text), values: values ?? [] })
  } finally {
    spy.mockRestore()
  }
  return heard
}

/** Of these statements, those that a cluster sends to more than one of its shards, or splits; with their plan. */
export async function spreadAmong(
  url: string,
  statements: readonly Statement[],
): Promise<readonly { readonly text: string; readonly plan: string }[]> {
  return withClient(url, async (client) => {
    const spread = []
    for (const { text, values } of statements.filter(isPlanned)) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (costs off) ${text}`,
        values,
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      const shards = [...plan.matchAll(/Task Count: (\d+)/g)].map(([, count]) => Number(count))
      if (plan.includes('Subplan') || shards.some((count) => count > 1)) spread.push({ text, plan })
    }
    return spread
  })
}

function isPlanned({ text }: Statement): boolean {
  return /^\s*(select|insert|update|delete|with)/i.test(text)
}
