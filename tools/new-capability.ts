import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/*
 * npm run new-capability <nouns> [<noun>] [<中文>]: the rooms of a capability, filled with the smallest thing that really
 * works: something an organization keeps under a title. Its patterns lie in tools/capability.
 */
const root = process.cwd()
const patterns = join(import.meta.dirname, 'capability')
const [things = '', thing = singularOf(things), word = thing] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--')

type Line = { readonly file: string; readonly before: RegExp; readonly text: string }

/** Where a capability is mentioned outside its own rooms: each line goes in front of the first match. */
const lines: readonly Line[] = [
  {
    file: 'contract/index.ts',
    before: /^import type \{ Kind \}/m,
    text: "import { __things__ } from './__things__.ts'\n",
  },
  { file: 'contract/index.ts', before: /^\}\)\nexport type Contract/m, text: '  __things__,\n' },
  {
    file: 'contract/reasons.ts',
    before: /^\n\/\*\* Every way/m,
    text: "import { __thing__Reasons } from './reasons/__things__.ts'\n",
  },
  { file: 'contract/reasons.ts', before: /^\} as const/m, text: '  ...__thing__Reasons,\n' },
  {
    file: 'contract/grants.ts',
    before: /^\} as const satisfies/m,
    text: "  '__things__.create': leaders,\n  '__things__.view': leaders,\n",
  },
  {
    file: 'server/schema.ts',
    before: /$(?![\s\S])/,
    text: "export { __things__ } from './modules/__things__/table.ts'\n",
  },
  {
    file: 'server/app.ts',
    before: /^import \{ serveWeb \}/m,
    text: "import { routes as __things__ } from './modules/__things__/routes.ts'\n",
  },
  {
    file: 'server/app.ts',
    before: /(?<=^export const routes: Routes = \{\n)/m,
    text: '  __things__,\n',
  },
  { file: 'tools/rooms.js', before: /^ {2}\['metrics'\],/m, text: "  ['__things__'],\n" },
]

const problem = refuse()
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
} else {
  const changed = [...fill('contract', 'contract'), ...fill('server', `server/modules/${things}`)]
  for (const line of lines) changed.push(insert(line))
  const oxfmt = join(root, 'node_modules/.bin/oxfmt')
  execFileSync(oxfmt, [...new Set(changed)], { cwd: root, stdio: 'ignore' })
  process.stdout.write(
    `${changed.length} places now know ${things}. Next: GLOSSARY.md gets “${word}” and ${thing}, ` +
      `\`npm run migration ${things}\` makes the table, and contract/grants.ts says who else may.\n`,
  )
}

function refuse(): string | undefined {
  if (!/^[a-z]+$/.test(things) || !/^[a-z]+$/.test(thing) || things === thing)
    return 'npm run new-capability <nouns> [<noun>] [<中文>]: small letters, such as lectures'
  if (existsSync(join(root, `contract/${things}.ts`))) return `${things} is there already`
  const lost = lines.find(
    ({ file, before }) => !before.test(readFileSync(join(root, file), 'utf8')),
  )
  return lost && `${lost.file} no longer has the place where a capability is added`
}

function fill(pattern: string, folder: string): string[] {
  const names = readdirSync(join(patterns, pattern), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const path = join(folder, name.replace('things', things).replace(/\.txt$/, ''))
      const text = named(readFileSync(join(patterns, pattern, name), 'utf8'))
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
      return path
    })
}

function insert({ file, before, text }: Line): string {
  const path = join(root, file)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(before, (match) => named(text) + match),
  )
  return file
}

function named(text: string): string {
  return text
    .replaceAll('__things__', things)
    .replaceAll('__Things__', capital(things))
    .replaceAll('__thing__', thing)
    .replaceAll('__Thing__', capital(thing))
    .replaceAll('__word__', word)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function singularOf(nouns: string): string {
  return nouns.endsWith('ies') ? nouns.replace(/ies$/, 'y') : nouns.replace(/s$/, '')
}
