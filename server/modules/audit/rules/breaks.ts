/** Where a chain is broken: the seal, the trace if it is one, and what is wrong. */
export type Break = {
  readonly unitId: string
  readonly number: number
  readonly traceId?: string
  readonly what: keyof typeof breakWords
}

export const breakWords = {
  sealMissing: '封存记录缺失或次序不对',
  sealUntied: '封存记录与前一条接不上',
  sealChanged: '封存记录被改动',
  signatureWrong: '封存记录的签名不是本平台所签',
  traceMissing: '留痕被删除',
  traceChanged: '留痕被改动',
  traceAdded: '留痕是事后塞入的',
} as const

/** A seal with what is true of it now: its hash made again, and the digests of the traces that name it. */
export type Examined = {
  readonly unitId: string
  readonly number: number
  readonly previous: string
  readonly hash: string
  readonly hashNow: string
  readonly isSigned: boolean
  readonly ids: readonly string[]
  readonly digests: readonly string[]
  readonly digestsNow: ReadonlyMap<string, string>
}

export type Tip = { readonly number: number; readonly hash: string }

/** The first thing wrong with a seal that should follow `tip`, or nothing. */
export function breakOf(tip: Tip, seal: Examined): Break | undefined {
  const at = { unitId: seal.unitId, number: seal.number }
  if (seal.number !== tip.number + 1)
    return { ...at, number: tip.number + 1, what: 'sealMissing' as const }

  const broken = seal.ids.find((id, index) => seal.digestsNow.get(id) !== seal.digests[index])
  if (broken) {
    const what = seal.digestsNow.has(broken) ? ('traceChanged' as const) : ('traceMissing' as const)
    return { ...at, traceId: broken, what }
  }
  const sealed = new Set(seal.ids)
  const added = [...seal.digestsNow.keys()].find((id) => !sealed.has(id))
  if (added) return { ...at, traceId: added, what: 'traceAdded' }

  if (seal.hash !== seal.hashNow) return { ...at, what: 'sealChanged' }
  if (seal.previous !== tip.hash) return { ...at, what: 'sealUntied' }
  return seal.isSigned ? undefined : { ...at, what: 'signatureWrong' }
}

export function sentenceOfBreak({ number, traceId, what }: Break): string {
  const where = traceId ? `第 ${number} 号封存中的留痕 ${traceId}` : `第 ${number} 号封存`
  return `${where}：${breakWords[what]}`
}
