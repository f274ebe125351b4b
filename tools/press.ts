import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/* After the build: every text beside its two packed forms, so that the server never packs while people wait. */
for (const app of ['admin', 'mobile']) {
  const dist = join(import.meta.dirname, '../web', app, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.(js|css|svg|json|webmanifest)$/.test(name))) {
    const text = readFileSync(join(dist, file))
    writeFileSync(join(dist, `${file}.br`), brotliCompressSync(text))
    writeFileSync(join(dist, `${file}.gz`), gzipSync(text, { level: 9 }))
  }
}
