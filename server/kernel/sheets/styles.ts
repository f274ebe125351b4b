import type { Readable } from 'node:stream'
import { readMarkup } from './markup.ts'

/** What a number in a cell means by its style. */
export type NumberMeaning = 'number' | 'day' | 'moment' | 'time'

const builtInDays = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

/** The meaning of every style by its number, as cells name it. */
export async function readStyles(stream: Readable): Promise<NumberMeaning[]> {
  const formats = new Map<number, string>()
  const styles: NumberMeaning[] = []
  let isInCells = false

  await readMarkup(stream, {
    open: (name, { numFmtId, formatCode = '' }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) styles.push(meaningOf(Number(numFmtId ?? 0), formats))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

function meaningOf(id: number, formats: ReadonlyMap<number, string>): NumberMeaning {
  const code = formats.get(id)
  if (code !== undefined) return meaningOfCode(code)
  if (id === 22) return 'moment'
  if (builtInDays.has(id)) return 'day'
  return builtInTimes.has(id) ? 'time' : 'number'
}

/** `yyyy"年"m"月"d"日"` speaks of days; quoted words, escaped signs and [colours] say nothing. */
function meaningOfCode(code: string): NumberMeaning {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  const hasDay = /[yde]/.test(bare.replace(/general|e[+-]/g, '')) || /^m+$/.test(bare.trim())
  const hasTime = /[hs]/.test(bare)
  if (hasDay) return hasTime ? 'moment' : 'day'
  return hasTime ? 'time' : 'number'
}
