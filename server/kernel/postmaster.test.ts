import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findPostmaster } from './postmaster.ts'

function clusterWith(note: string): { cluster: string; note: string } {
  const cluster = fs.mkdtempSync(join(tmpdir(), 'zhixing-postmaster-'))
  onTestFinished(() => fs.rmSync(cluster, { recursive: true }))
  const path = join(cluster, 'postmaster.pid')
  fs.writeFileSync(path, note)
  return { cluster, note: path }
}

test('a note that names a living stranger is taken away', () => {
  const { cluster, note } = clusterWith(`${process.pid}\n/x\n1\n5432\n/nowhere\n`)
  expect(findPostmaster(cluster)).toBeUndefined()
  expect(fs.existsSync(note)).toBe(false)
})

test('a note that is just being written is left alone, an old empty one is not', () => {
  const { cluster, note } = clusterWith('')
  expect(findPostmaster(cluster)).toBeDefined()

  fs.utimesSync(note, new Date(0), new Date(0))
  expect(findPostmaster(cluster)).toBeUndefined()
  expect(fs.existsSync(note)).toBe(false)
})
