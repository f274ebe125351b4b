import { PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames } from 'pdf-lib'
import type { PDFPage } from 'pdf-lib'
import { chineseFont, encoded } from '../modules/certificates/layout/font.ts'

// A sheet of a slide show; in points.
const [width, height] = [720, 405]
const margin = 64
const songKey = 'Song'

/** Slides with a title and some lines each, a few kilobytes in all. */
export async function slides(
  title: string,
  pages: readonly (readonly string[])[],
  now: Date,
): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setTitle(title)
  document.setCreationDate(now)
  document.setModificationDate(now)
  const font = chineseFont(document)
  for (const [heading = '', ...lines] of pages) {
    const page = document.addPage([width, height])
    page.node.setFontDictionary(PDFName.of(songKey), font)
    write(page, heading, { size: 36, y: height - 110 })
    for (const [at, line] of lines.entries())
      write(page, line, { size: 22, y: height - 190 - at * 48 })
  }
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

function write(page: PDFPage, text: string, { size, y }: { size: number; y: number }): void {
  page.pushOperators(
    PDFOperator.of(PDFOperatorNames.BeginText),
    PDFOperator.of(PDFOperatorNames.SetFontAndSize, [PDFName.of(songKey), String(size)]),
    PDFOperator.of(PDFOperatorNames.MoveText, [String(margin), String(y)]),
    PDFOperator.of(PDFOperatorNames.ShowText, [PDFHexString.of(encoded(text))]),
    PDFOperator.of(PDFOperatorNames.EndText),
  )
}
