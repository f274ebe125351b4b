import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What a reader of the paper can mark and copy. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  // It keeps the bytes for itself.
  const asked = getDocument({ data: Uint8Array.from(bytes), cMapUrl: join(home, 'cmaps/') })
  const document = await asked.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    // One after the other, as they are read.
    // oxlint-disable-next-line no-await-in-loop
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await asked.destroy()
  return text
}

/** Whatever makes a viewer do something: actions, links, scripts, forms, files within. */
const doing = new Set(
  '/A /AA /AcroForm /Annots /EmbeddedFiles /JS /JavaScript /Launch /Names /OpenAction /RichMedia /URI /XFA'.split(
    ' ',
  ),
)

/** Which of them a paper holds, wherever in it. */
export async function doingsOfPdf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes)
  const { context } = document
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => namesIn(object))
    .filter((name) => doing.has(name))
}

function namesIn(object: PDFObject | undefined): string[] {
  if (object instanceof PDFName) return [object.asString()]
  if (object instanceof PDFStream) return namesIn(object.dict)
  if (object instanceof PDFArray) return object.asArray().flatMap(namesIn)
  if (!(object instanceof PDFDict)) return []
  // A list of nothing does nothing.
  const full = object
    .entries()
    .filter(([, value]) => !(value instanceof PDFArray) || value.size() > 0)
  return full.flatMap(([key, value]) => [key.asString(), ...namesIn(value)])
}
