import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { url } from '../testing/database.ts'
import { withClient } from '../testing/nodes.ts'
import { copyIn, copyOut } from './copy-stream.ts'

test('rows go out in heaps, every one of them, and come in again as they were', async () => {
  await withClient(url, async (client) => {
    const rows = 'select i, repeat(md5(i::text), i % 90) from generate_series(1, 3000) i'
    const pieces: Buffer[] = []
    for await (const piece of copyOut(client, `copy (${rows}) to stdout`))
      pieces.push(piece as Buffer)
    const lines = Buffer.concat(pieces).toString().trimEnd().split('\n')
    expect(lines).toHaveLength(3_000)
    expect(pieces.length).toBeLessThan(200)
    // A heap ends where a row does.
    expect(pieces.filter((piece) => piece.at(-1) !== 0x0a)).toEqual([])

    await client.query('create temp table again (i int, text text)')
    expect(await copyIn(client, 'copy again from stdin', Readable.from(pieces))).toBe(3_000)
    const { rows: found } = await client.query<{ text: string }>(
      `select string_agg(i || chr(9) || text, chr(10) order by i) as text from again`,
    )
    expect(found[0]?.text === lines.join('\n')).toBe(true)
  })
})

test('nothing is nothing, and what the database refuses is an error', async () => {
  await withClient(url, async (client) => {
    const read = async (text: string) => {
      let bytes = 0
      for await (const piece of copyOut(client, text)) bytes += (piece as Buffer).length
      return bytes
    }
    expect(await read('copy (select 1 where false) to stdout')).toBe(0)
    await expect(
      read('copy (select 1 / (3 - i) from generate_series(1, 5) i) to stdout'),
    ).rejects.toThrow()
    expect(await read('copy (select 7) to stdout')).toBe(2)
  })
})
