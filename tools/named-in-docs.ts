import { dirname, join } from 'node:path/posix'

/** What a page may name: files of the project, from its root, and the scripts of package.json. */
export type Project = { readonly files: readonly string[]; readonly scripts: ReadonlySet<string> }

const extensions = 'ts|tsx|js|mjs|cjs|json|md|sql|css|html|png|svg|sh|yaml|yml'
const filePattern = new RegExp(`^(?:[\\w.@-]+/)*[\\w.@-]+\\.(?:${extensions})$`)
const folderPattern = /^(?:[\w.@-]+\/)+$/
/** Made while the server runs, or by a command that a page tells the reader to give. */
const madeLater =
  /^(data|dist|node_modules|pictures|server\/dist)\/|^server\/migrations\/released\.json$/

/** Every name in a page that nothing answers to, with its line. */
export function missingIn(page: string, markdown: string, project: Project): string[] {
  return markdown.split('\n').flatMap((line, index) => {
    const where = `${page}:${index + 1}`
    return [
      ...linksIn(line).filter((link) => !isLinkTarget(page, link, project)),
      ...namesIn(line).filter((name) => !isNamed(name, project)),
      ...scriptsIn(line)
        .filter((script) => !project.scripts.has(script))
        .map((script) => `npm run ${script}`),
    ].map((name) => `${where} names ${name}, which does not exist`)
  })
}

function linksIn(line: string): string[] {
  return [...line.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => decodeURI(target.replace(/#.*$/, '')))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

function namesIn(line: string): string[] {
  const code = [...line.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
  return code.filter((text) => filePattern.test(text) || folderPattern.test(text))
}

function scriptsIn(line: string): string[] {
  const named = [...line.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  )
  return /\bnpm start\b/.test(line) ? [...named, 'start'] : named
}

function isLinkTarget(page: string, link: string, { files }: Project): boolean {
  const path = join(dirname(page), link).replace(/\/$/, '')
  return files.some((file) => file === path || file.startsWith(`${path}/`))
}

/** A page speaks of `rules.ts` or `kernel/act.ts` where the reader knows the folder. */
function isNamed(name: string, { files }: Project): boolean {
  if (madeLater.test(name)) return true
  if (name.endsWith('/')) return files.some((file) => `/${file}`.includes(`/${name}`))
  return files.some((file) => `/${file}`.endsWith(`/${name}`))
}
