import { PDFArray, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFRef } from 'pdf-lib'

/**
 * A Chinese font that every viewer has to know by name and replaces by one of its own: 宋体 where there is one. Nothing
 * is embedded, so a certificate is a few kilobytes; what it says is UTF-16, so it can be searched and copied.
 */
export function chineseFont(document: PDFDocument): PDFRef {
  const { context } = document
  const system = context.obj({
    Registry: PDFString.of('Adobe'),
    Ordering: PDFString.of('GB1'),
    Supplement: 5,
  })
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'STSong-Light',
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  )
  const widths = PDFArray.withContext(context)
  widths.push(PDFNumber.of(1))
  widths.push(context.obj([...latinWidths]))
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'STSong-Light',
      CIDSystemInfo: system,
      FontDescriptor: descriptor,
      DW: 1000,
      W: widths,
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: PDFName.of('STSong-Light-UniGB-UTF16-H'),
      Encoding: 'UniGB-UTF16-H',
      DescendantFonts: [descendant],
    }),
  )
}

/** How wide the font's Latin signs are, from the space to the tilde; everything Chinese is a full square. */
const latinWidths = [
  207, 270, 342, 467, 462, 797, 710, 239, 374, 374, 423, 605, 238, 375, 238, 334, 462, 462, 462,
  462, 462, 462, 462, 462, 462, 462, 238, 238, 605, 605, 605, 344, 748, 684, 560, 695, 739, 563,
  511, 729, 793, 318, 312, 666, 526, 896, 758, 772, 544, 772, 628, 465, 607, 753, 711, 972, 647,
  620, 607, 374, 333, 374, 606, 500, 239, 417, 503, 427, 529, 415, 264, 444, 518, 241, 230, 495,
  228, 793, 527, 524, 524, 504, 338, 336, 277, 517, 450, 652, 466, 452, 407, 370, 258, 370, 605,
] as const

/** In thousandths of the size. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (latinWidths[signAt(sign)] ?? 1000), 0)
}

function signAt(sign: string): number {
  return (sign.codePointAt(0) ?? 0) - 32
}

/** What the font's encoding wants: UTF-16, the higher byte first. */
export function encoded(text: string): string {
  return [...Array(text.length).keys()]
    .map((at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
    .join('')
}
