/** The smallest recordings that are whole: a header that says how long, and frames nobody decodes. */

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

function movieHeader(seconds: number): Buffer {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(seconds * 1000, 16)
  return box('mvhd', header)
}

/** With its index before the frames, as is good for the web, or behind them. */
export function mp4(seconds: number, { indexLast = false, frames = 2000 } = {}): Buffer {
  const kind = box('ftyp', Buffer.from('isom\0\0\0\0isom', 'latin1'))
  const index = box('moov', movieHeader(seconds))
  const content = box('mdat', Buffer.alloc(frames, 7))
  return Buffer.concat(indexLast ? [kind, content, index] : [kind, index, content])
}
