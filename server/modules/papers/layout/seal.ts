import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fontTable } from './fonts.ts'
import { stylesXml } from './styles.ts'

/** Zip keeps no year before 1980; which day it is does not matter, only that it never changes. */
const packedOn = new Date(1980, 0, 1, 12)

/**
 * The same paper, the same bytes: whenever a signed paper is made again, its digest can be compared. The library
 * writes the moment of packing into the file and into the archive; both become the paper's own day.
 */
export function seal(packed: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(packed)
  const names = Object.keys(parts).toSorted(byPlace)
  const sealed = names.map((name) => [name, patched(name, parts[name], day)])
  return zipSync(Object.fromEntries(sealed), { mtime: packedOn })
}

function patched(name: string, part: Uint8Array | undefined, day: string): Uint8Array {
  if (name === 'word/fontTable.xml') return strToU8(fontTable)
  if (name === 'word/styles.xml') return strToU8(stylesXml)
  if (name !== 'docProps/core.xml' || !part) return part ?? new Uint8Array()
  return strToU8(
    strFromU8(part).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
  )
}

/** Readers that look at the first entry only want to find the list of types there. */
function byPlace(left: string, right: string): number {
  if (left === '[Content_Types].xml') return -1
  if (right === '[Content_Types].xml') return 1
  return left < right ? -1 : 1
}
