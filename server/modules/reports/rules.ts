import type { Reason, ReportDraftBlock } from '@zhixing/contract'

export type Token = Extract<ReportDraftBlock['pieces'][number], object>

type Worded = { readonly pieces: readonly (string | Token)[] }

/** What somebody still has to write by hand. */
const anyBlank = /【待填[^】]*】/g

/** Two tokens of the same metric and period are the same number. */
export function tokenKey({ metric, from, to }: Token): string {
  return `${metric} ${from} ${to}`
}

/** Every number of the text once, in the order of reading. */
export function tokensOf(blocks: readonly Worded[]): Token[] {
  const tokens = blocks.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === 'object'))
  return [...new Map(tokens.map((token) => [tokenKey(token), token])).values()]
}

export function blanksIn(blocks: readonly Worded[]): number {
  const words = blocks.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === 'string'))
  return words.reduce((sum, text) => sum + (text.match(anyBlank)?.length ?? 0), 0)
}

/** Why a number cannot stand in the text, or nothing if it can. */
export function refuseToken({ from, to }: Token, isKnown: boolean): Reason | undefined {
  if (!isKnown) return 'reports.metric'
  return from > to ? 'reports.period' : undefined
}

type State = 'draft' | 'signed' | 'edited' | 'submitted'

type Standing = {
  readonly version: number
  /** The version that was signed last. */
  readonly signedVersion: number | null
  readonly isSubmitted: boolean
}

export function stateOf({ version, signedVersion, isSubmitted }: Standing): State {
  if (signedVersion === null) return 'draft'
  if (signedVersion !== version) return 'edited'
  return isSubmitted ? 'submitted' : 'signed'
}

type Signed = { readonly version: number; readonly texts: ReadonlyMap<string, string> }

/** Signing twice is refused when nothing is different: neither the words nor a single number. */
export function refuseSignature(
  report: { readonly version: number; readonly blanks: number },
  now: ReadonlyMap<string, string>,
  last: Signed | undefined,
): Reason | undefined {
  if (report.blanks > 0) return 'reports.blanks'
  const isSame =
    last?.version === report.version &&
    [...now].every(([key, text]) => last.texts.get(key) === text)
  return isSame ? 'reports.signed' : undefined
}

export function refuseYear(year: number, today: string): Reason | undefined {
  return year > Number(today.slice(0, 4)) ? 'reports.future' : undefined
}

/** Joined words, empty ones left out; neighbours that are words become one. */
export function tidied(blocks: readonly ReportDraftBlock[]): ReportDraftBlock[] {
  return blocks
    .map(({ level, pieces }) => ({ level, pieces: joined(pieces) }))
    .filter(({ pieces }) => pieces.length > 0)
}

function joined(pieces: ReportDraftBlock['pieces']): ReportDraftBlock['pieces'] {
  const result: ReportDraftBlock['pieces'] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (typeof piece === 'string' && typeof last === 'string')
      result[result.length - 1] = last + piece
    else if (piece !== '') result.push(piece)
  }
  return result.some((piece) => typeof piece === 'object' || piece.trim() !== '') ? result : []
}
