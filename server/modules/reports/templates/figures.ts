import type { Reader } from '../../../kernel/db.ts'
import { measure, measureSealed, metricOf, scopeAt } from '../../metrics/index.ts'
import type { Metric } from '../../metrics/index.ts'
import { tokenKey, tokensOf } from '../rules.ts'
import type { Block, SignedFigure, Token } from '../table.ts'

type Asked = { readonly path: string; readonly blocks: readonly Block[]; readonly now: Date }
type ReadFigure = Token & { readonly name: string; readonly text: string }

/** What every figure of the text says now. A metric that is gone by now says so instead of a number. */
export async function readFigures(db: Reader, asked: Asked): Promise<Map<string, ReadFigure>> {
  const read = await each(db, asked, async (metric, scope) => ({
    name: metric.name,
    text: (await measure(db, metric, scope)).text,
  }))
  return new Map(read.map((figure) => [tokenKey(figure), figure]))
}

/** The same with value and digest, to be kept beside a signature. */
export async function sealFigures(db: Reader, asked: Asked): Promise<SignedFigure[]> {
  return each(db, asked, async (metric, scope) => measureSealed(db, metric, scope))
}

async function each<Read>(
  db: Reader,
  { path, blocks, now }: Asked,
  read: (metric: Metric, scope: Awaited<ReturnType<typeof scopeAt>>) => Promise<Read>,
): Promise<(Token & Read)[]> {
  const scopes = new Map<string, Awaited<ReturnType<typeof scopeAt>>>()
  const found: (Token & Read)[] = []
  for (const { metric: id, from, to } of tokensOf(blocks)) {
    const metric = metricOf(id)
    if (!metric) continue
    const period = `${from} ${to}`
    const scope = scopes.get(period) ?? (await scopeAt(db, { path, from, to, now }))
    scopes.set(period, scope)
    found.push({ metric: id, from, to, ...(await read(metric, scope)) })
  }
  return found
}
