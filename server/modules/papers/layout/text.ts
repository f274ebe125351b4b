import { Tab, TextRun } from 'docx'
import type { IRunPropertiesOptions } from 'docx'
import { textOf } from '../paper.ts'
import type { Piece } from '../paper.ts'

/** XML 1.0 has no words for these, escaped or not; a paper that held one would not open. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const lonelySurrogate = /\p{Surrogate}/gu

export function printable(text: string): string {
  return text.replace(unprintable, '').replace(lonelySurrogate, '')
}

/** Figures are set like the words around them: on paper a number does not shine. Breaks and tabs are kept. */
export function runs(pieces: readonly Piece[], type: IRunPropertiesOptions = {}): TextRun[] {
  return printable(textOf(pieces))
    .split(/\r\n|[\r\n]/)
    .map((text, index) => {
      const children = text.split('\t').flatMap((part, at) => (at > 0 ? [new Tab(), part] : [part]))
      return new TextRun({ ...type, children, ...(index > 0 ? { break: 1 } : {}) })
    })
}

/** In full-width characters: Latin letters and digits take half of one. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u0020-\u024f]/.test(sign) ? 0.5 : 1), 0)
}
