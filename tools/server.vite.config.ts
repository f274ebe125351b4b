import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/*
 * The server's own sources as a few files, because Node loads two thousand modules in a second and a dozen in none.
 * Packages stay where npm put them, and `node server/main.ts` runs the very same program.
 */
export default defineConfig({
  plugins: [placed()],
  ssr: { noExternal: [/^@zhixing\//] },
  build: { ssr: 'server/main.ts', target: 'node20', sourcemap: true, minify: false },
})

/** A module goes on believing that it lies where its source does: migrations, pages and threads are found from there. */
function placed(): Plugin {
  return {
    name: 'placed',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.') || id.includes('node_modules')) return undefined
      const folder = JSON.stringify(dirname(id))
      const url = JSON.stringify(pathToFileURL(id).href)
      return {
        code: code.replaceAll('import.meta.dirname', folder).replaceAll('import.meta.url', url),
        map: null,
      }
    },
  }
}
