import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The bundler answers with the address of the file.
// oxlint-disable-next-line import/default
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

export type OpenDocument = {
  readonly pages: number
  readonly draw: (page: number, canvas: HTMLCanvasElement) => Promise<void>
  readonly close: () => Promise<void>
}

const sharpness = 2

/**
 * How the signs of a Chinese font are told apart that the document names and does not bring along: the tables of the
 * simplified sets, fetched when a document asks for one.
 */
const tables = import.meta.glob<string>(
  '../../../../node_modules/pdfjs-dist/cmaps/{Adobe-GB1,GB,UniGB}*.bcmap',
  { query: '?url', import: 'default', eager: true },
)

/** What has to be here to draw a document where nothing can be fetched. */
export const readerParts: readonly string[] = [
  ...new Set([worker, ...Object.values(tables)].filter((address) => !address.startsWith('data:'))),
]

class Tables {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const found = Object.entries(tables).find(([path]) => path.endsWith(`/${filename}`))
    if (kind !== 'cMapUrl' || !found) throw new Error(`${filename} is not kept here`)
    const answer = await fetch(found[1])
    return new Uint8Array(await answer.arrayBuffer())
  }
}

/** Fetched whole, so that the phone can keep it; no program inside a document is run. */
export async function openDocument(url: string): Promise<OpenDocument> {
  const task = getDocument({
    url,
    disableRange: true,
    disableStream: true,
    isEvalSupported: false,
    BinaryDataFactory: Tables,
    useWorkerFetch: false,
  })
  const opened = await task.promise
  return {
    pages: opened.numPages,
    close: () => task.destroy(),
    async draw(number, canvas) {
      const page = await opened.getPage(number)
      const { width } = page.getViewport({ scale: 1 })
      const shown = canvas.clientWidth || 360
      const viewport = page.getViewport({ scale: (shown / width) * sharpness })
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      await page.render({ canvas, viewport }).promise
    },
  }
}
