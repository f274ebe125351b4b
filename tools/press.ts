import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/*
 * node tools/press.ts <folder>, the last step of a build: every text beside its two packed forms, so that the server
 * never packs while people wait.
 */
const [folder = ''] = process.argv.slice(2)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
for (const file of files.filter((name) => /\.(js|css|svg|json|webmanifest)$/.test(name))) {
  const text = readFileSync(join(folder, file))
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(text))
  writeFileSync(join(folder, `${file}.gz`), gzipSync(text, { level: 9 }))
}
