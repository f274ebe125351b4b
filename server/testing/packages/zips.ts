import { crc32, deflateRawSync } from 'node:zlib'

export type Entry = {
  readonly name: string | Buffer
  readonly content?: string | Uint8Array
  /** What the table of contents says instead of the truth. */
  readonly says?: Partial<{
    bytes: number
    crc: number
    flags: number
    method: number
    mode: number
  }>
}

/** An archive written by hand, so that every trick of strangers can be in it. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const { name, content = '', says = {} } of entries) {
    const raw = Buffer.isBuffer(name) ? name : Buffer.from(name)
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(says.flags ?? (Buffer.isBuffer(name) ? 0 : 0x800), 2)
    facts.writeUInt16LE(says.method ?? 8, 4)
    facts.writeUInt32LE(says.crc ?? crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(says.bytes ?? bytes.length, 18)
    facts.writeUInt16LE(raw.length, 22)
    const body = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, raw, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((says.mode ?? 0o100_644) << 16) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    table.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), facts, rest, raw]))
    bodies.push(body)
    at += body.length
  }
  const listed = Buffer.concat(table)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}
