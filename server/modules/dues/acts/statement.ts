import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { requireLive } from '../../organizations/index.ts'
import { readStatement } from '../steps/read-statement.ts'
import type { Line } from '../steps/read-statement.ts'
import { receive } from '../steps/receive.ts'
import type { Money } from '../steps/receive.ts'
import { byOf, requirePeople } from '../steps/require.ts'
import { settle } from '../steps/settle.ts'
import { findPayments, keepStatement } from '../store/entries.ts'

/** What a statement would bring; nothing is booked. */
export const previewStatement = act(
  contract.dues.previewStatement,
  async (scene, { organizationId, fileId }) => {
    const { unitId, path } = await requireLive(scene.tx, scene.reach, organizationId)
    const { way, lines } = await readStatement(scene, { unitId, reach: [path], fileId })
    const matched = lines.filter(({ state }) => state === 'matched')
    const count = (wanted: Line['state']) => lines.filter(({ state }) => state === wanted).length
    return {
      value: {
        way,
        rows: lines,
        matched: matched.length,
        unmatched: count('unmatched'),
        known: count('known'),
        fen: matched.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
      },
      place: { unitId, path },
      change: 'none',
    }
  },
)

/** Reads the same file again and books what is known to be whose: by its line, or because somebody said so. */
export const commitStatement = act(contract.dues.commitStatement, async (scene, input) => {
  const { tx, reach } = scene
  const { organizationId, fileId, choices } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const { way, name, lines } = await readStatement(scene, { unitId, reach: [path], fileId })
  const chosen = new Map(choices.map(({ line, memberId }) => [line, memberId]))
  const wanted = wantedOf(lines, chosen)
  const memberIds = [...new Set(wanted.map(({ memberId }) => memberId))]
  await requirePeople({ tx, reach: [path] }, { unitId, memberIds })
  const by = byOf(scene)
  await settle(tx, { unitId, memberIds, by })

  // Whoever held these people before may have booked the same lines: that is known only now.
  const identities = wanted.map(({ identity }) => identity)
  const booked = await findPayments(tx, { unitId, identities })
  const fresh = wanted.filter((line) => booked.every(({ identity }) => identity !== line.identity))
  const statementId = newId()
  const monies = fresh.map((line) => moneyOf(line, way))
  const outcomes = await receive(tx, { unitId, monies, statementId, by })
  const told = outcomes.map((outcome, at) => ({ outcome, line: fresh[at] }))
  const posted = told.filter(({ outcome }) => outcome !== 'known' && 'paymentId' in outcome)
  const fen = posted.reduce((sum, { line }) => sum + (line?.fen ?? 0), 0)
  const refused = told.flatMap(({ outcome, line }) =>
    line && outcome !== 'known' && 'refusal' in outcome
      ? [{ ...line, why: sentenceOf(conflict(outcome.refusal.reason, outcome.refusal.words)) }]
      : [],
  )
  const open = lines.filter((line) => line.state === 'unmatched' && !chosen.has(line.line))
  await keepStatement(tx, {
    ...by,
    id: statementId,
    unitId,
    organizationId,
    fileId,
    fileName: name,
    way,
    posted: posted.length,
    fen,
  })
  const earlier = lines.filter(({ state }) => state === 'known').length
  return {
    value: {
      posted: posted.length,
      fen,
      known: earlier + wanted.length - posted.length - refused.length,
      left: [...open, ...refused]
        .toSorted((one, other) => one.line - other.line)
        .map(({ line, payer, remark, why }) => ({ line, payer, remark, why })),
    },
    place: { unitId, path },
    change: {
      subject: `dues:${organizationId}`,
      after: { statementId, file: name, posted: posted.length, fen },
    },
  }
})

type Wanted = Line & { readonly memberId: string; readonly fen: number; readonly paidOn: string }

/** Lines that are somebody's by now; whoever was chosen by hand comes before whom the line says. */
function wantedOf(lines: readonly Line[], chosen: ReadonlyMap<number, string>): Wanted[] {
  return lines.flatMap((line) => {
    const memberId = chosen.get(line.line) ?? line.memberId
    const isOpen = line.state === 'matched' || line.state === 'unmatched'
    const { fen, paidOn } = line
    return isOpen && memberId && fen !== null && paidOn !== null
      ? [{ ...line, memberId, fen, paidOn }]
      : []
  })
}

function moneyOf({ memberId, identity, paidOn, fen, payer, remark }: Wanted, way: Money['way']) {
  const text = [payer, remark].filter(Boolean).join('：').slice(0, 200)
  return { memberId, identity, paidOn, fen, way, fund: 'monthly' as const, text }
}
