import type { Readable } from 'node:stream'
import { readMarkup } from './markup.ts'

/** The texts that cells name by number. Runs of different fonts are joined; readings above the line are left out. */
export async function readSharedStrings(stream: Readable): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReading = false

  await readMarkup(stream, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isReading = false
      if (name === 'si') strings.push(unescapeText(text))
    },
  })
  return strings
}

/** Signs that markup cannot hold are written by their code, "_x000D_". */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}
