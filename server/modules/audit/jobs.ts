import { declareJob } from '../../kernel/jobs.ts'
import { sealTraces } from './acts/seal.ts'
import { sentenceOfBreak, sourceOf, verifyChain } from './index.ts'
import type { Verified } from './index.ts'
import { countSeals } from './store.ts'

type Ask = { readonly units: readonly string[] }

/** Seals what is still open and walks the chain of each unit; the first break of each is the result. */
export const verifyJob = declareJob({
  kind: 'audit.verify',
  async run(tools, { units }: Ask): Promise<readonly Verified[]> {
    const { db, vault, report } = tools
    await sealTraces(tools, units)
    const counts = await Promise.all(units.map((unitId) => countSeals(db, unitId)))
    const total = counts.reduce((sum, count) => sum + count, 0)

    let done = 0
    const found: Verified[] = []
    const onSeal = async () => report((done += 1), total + 1)
    for (const unitId of units)
      found.push(await verifyChain(sourceOf(db), unitId, { isSigned: vault.isAttested, onSeal }))

    await report(total + 1, total + 1, summaryOf(found))
    return found
  },
})

function summaryOf(found: readonly Verified[]): string {
  const broken = found.flatMap(({ broken: one }) => (one ? [sentenceOfBreak(one)] : []))
  if (broken.length > 0) return `发现异常：${broken.join('；')}`
  const traces = found.reduce((sum, one) => sum + one.traces, 0)
  return `${traces} 条留痕全部完好`
}
