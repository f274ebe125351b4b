import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export type Face = 'admin' | 'mobile'

/** Every address that a face of the platform answers, as its routes declare it: `/plans/$unitId/$planId`. */
export function routesOf(face: Face): readonly string[] {
  const folder = join(import.meta.dirname, '../web', face, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(declared)])
    .map(([, path = '']) => path)
    .toSorted()
}

const declared = /^ {2}path: '(\/[^']*)'/gm

/** The route that an address belongs to: the one with most words of its own. */
export function routeOf(routes: readonly string[], address: string): string | undefined {
  const parts = partsOf(address)
  const fitting = routes.filter((route) => {
    const asked = partsOf(route)
    return (
      asked.length === parts.length &&
      asked.every((part, at) => part.startsWith('$') || part === parts[at])
    )
  })
  return fitting.toSorted((one, other) => blanksOf(one) - blanksOf(other))[0]
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function blanksOf(route: string): number {
  return partsOf(route).filter((part) => part.startsWith('$')).length
}
