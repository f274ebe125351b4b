import { PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames } from 'pdf-lib'
import type { PDFPage } from 'pdf-lib'
import { encode } from 'uqr'
import { linesOf } from '../rules/words.ts'
import type { Facts } from '../rules/words.ts'
import { chineseFont, encoded, widthOf } from './font.ts'

// A4, lying; in points.
const [width, height] = [841.89, 595.28]
const songKey = 'Song'
const ink = [0.12, 0.12, 0.13] as const
const red = [0.69, 0.12, 0.12] as const
const grey = [0.38, 0.38, 0.4] as const

type Colour = readonly [number, number, number]
type Style = { readonly size: number; readonly colour?: Colour; readonly spacing?: number }

/** One certificate a page, in the order given; drawn with the fonts of whoever opens it. */
export async function certificatePdf(
  certificates: readonly Facts[],
  { title, now }: { readonly title: string; readonly now: Date },
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setLanguage('zh-CN')
  document.setProducer('知行')
  document.setCreator('知行')
  document.setCreationDate(now)
  document.setModificationDate(now)
  const font = chineseFont(document)
  for (const facts of certificates) {
    const page = document.addPage([width, height])
    page.node.setFontDictionary(PDFName.of(songKey), font)
    drawCertificate(page, facts)
  }
  return document.save({ useObjectStreams: false })
}

function drawCertificate(page: PDFPage, facts: Facts): void {
  frame(page)
  const { heading, body, issuer, day, number, check } = linesOf(facts)
  centred(page, heading, height - 140, { size: 40, colour: red, spacing: 16 })
  right(page, number, height - 178, { size: 12, colour: grey })

  let y = height - 232
  for (const line of wrapped(body, width - 2 * margin, bodySize)) {
    write(page, line, [margin, y], { size: bodySize })
    y -= bodySize * 1.9
  }
  right(page, issuer, 148, { size: 16 })
  right(page, day, 118, { size: 15 })
  drawCode(page, facts.address, { x: margin, y: 84, size: 92 })
  const [first = '', ...others] = check
  write(page, first, [margin + 106, 150], { size: 11, colour: grey })
  for (const [at, line] of others.entries())
    write(page, line, [margin + 106, 132 - at * 17], { size: 10, colour: grey })
}

const margin = 104
const bodySize = 20

function frame(page: PDFPage): void {
  for (const [inset, thickness] of [
    [30, 2.4],
    [38, 0.7],
  ] as const)
    paint(page, [
      operator(PDFOperatorNames.StrokingColorRgb, ...red),
      operator(PDFOperatorNames.SetLineWidth, thickness),
      operator(
        PDFOperatorNames.AppendRectangle,
        inset,
        inset,
        width - 2 * inset,
        height - 2 * inset,
      ),
      operator(PDFOperatorNames.StrokePath),
    ])
}

/** As squares, so that it is sharp however it is printed; a run of dark squares is one rectangle. */
function drawCode(
  page: PDFPage,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const unit = size / data.length
  const squares = data.flatMap((row, line) =>
    runsOf(row).map(({ from, length }) =>
      operator(
        PDFOperatorNames.AppendRectangle,
        x + from * unit,
        y + size - (line + 1) * unit,
        length * unit,
        unit,
      ),
    ),
  )
  paint(page, [
    operator(PDFOperatorNames.NonStrokingColorRgb, 0, 0, 0),
    ...squares,
    operator(PDFOperatorNames.FillNonZero),
  ])
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [at, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last.from + last.length === at) last.length += 1
    else runs.push({ from: at, length: 1 })
  }
  return runs
}

function centred(page: PDFPage, text: string, y: number, style: Style): void {
  write(page, text, [(width - lengthOf(text, style)) / 2, y], style)
}

function right(page: PDFPage, text: string, y: number, style: Style): void {
  write(page, text, [width - margin - lengthOf(text, style), y], style)
}

function lengthOf(text: string, { size, spacing = 0 }: Style): number {
  return (widthOf(text) / 1000) * size + spacing * Math.max(0, Array.from(text).length - 1)
}

function write(
  page: PDFPage,
  text: string,
  [x, y]: readonly [number, number],
  { size, colour = ink, spacing = 0 }: Style,
): void {
  paint(page, [
    operator(PDFOperatorNames.BeginText),
    operator(PDFOperatorNames.NonStrokingColorRgb, ...colour),
    PDFOperator.of(PDFOperatorNames.SetFontAndSize, [PDFName.of(songKey), String(size)]),
    operator(PDFOperatorNames.SetCharacterSpacing, spacing),
    operator(PDFOperatorNames.SetTextMatrix, 1, 0, 0, 1, x, y),
    PDFOperator.of(PDFOperatorNames.ShowText, [PDFHexString.of(encoded(text))]),
    operator(PDFOperatorNames.EndText),
  ])
}

function paint(page: PDFPage, operators: PDFOperator[]): void {
  page.pushOperators(
    PDFOperator.of(PDFOperatorNames.PushGraphicsState),
    ...operators,
    PDFOperator.of(PDFOperatorNames.PopGraphicsState),
  )
}

function operator(name: PDFOperatorNames, ...numbers: readonly number[]): PDFOperator {
  return PDFOperator.of(
    name,
    numbers.map((one) => String(Math.round(one * 1000) / 1000)),
  )
}

/** Lines that fit; no line begins with a sign that closes something. */
function wrapped(text: string, room: number, size: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const sign of paragraph) {
      const isFull = (widthOf(line + sign) / 1000) * size > room
      if (isFull && !'，。、；：”）》'.includes(sign)) {
        lines.push(line)
        line = ''
      }
      line += sign
    }
    lines.push(line)
  }
  return lines
}
