import type { Reader } from '../../../kernel/db.ts'
import { measureAll, metricOf, scopeAt, sealAll } from '../../metrics/index.ts'
import { tokenKey, tokensOf } from '../rules.ts'
import type { Block, SignedFigure, Token } from '../table.ts'

type Asked = { readonly path: string; readonly blocks: readonly Block[]; readonly now: Date }
type ReadFigure = Token & { readonly name: string; readonly text: string }

/** What every figure of the text says now. A metric that is gone by now says nothing. */
export async function readFigures(db: Reader, asked: Asked): Promise<Map<string, ReadFigure>> {
  const read = await eachPeriod(db, asked, measureAll)
  return new Map(
    read.map(({ metric, from, to, text }) => {
      const name = metricOf(metric)?.name ?? metric
      return [tokenKey({ metric, from, to }), { metric, from, to, text, name }]
    }),
  )
}

/** The same with value and digest, to be kept beside a signature. */
export async function sealFigures(db: Reader, asked: Asked): Promise<SignedFigure[]> {
  return eachPeriod(db, asked, sealAll)
}

type Look<Read> = (
  db: Reader,
  metrics: Parameters<typeof measureAll>[1],
  scope: Awaited<ReturnType<typeof scopeAt>>,
) => Promise<ReadonlyMap<string, Read>>

/** Numbers of one period are read together. */
async function eachPeriod<Read>(
  db: Reader,
  { path, blocks, now }: Asked,
  look: Look<Read>,
): Promise<(Token & Read)[]> {
  const periods = Map.groupBy(tokensOf(blocks), ({ from, to }) => `${from} ${to}`)
  const found: (Token & Read)[] = []
  for (const tokens of periods.values()) {
    const [first] = tokens
    if (!first) continue
    const { from, to } = first
    const metrics = tokens.flatMap(({ metric }) => metricOf(metric) ?? [])
    const values = await look(db, metrics, await scopeAt(db, { path, from, to, now }))
    for (const { metric } of tokens) {
      const value = values.get(metric)
      if (value) found.push({ metric, from, to, ...value })
    }
  }
  return found
}
