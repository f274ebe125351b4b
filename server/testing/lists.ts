import type { AnyEntry } from '@zhixing/contract'
import * as z from 'zod'

/** A list in what an entry answers. */
type List = {
  /** "topics.list rows[].files[]"; a value for each of any number of keys is written `{}`. */
  readonly name: string
  /** Its own schema says that it is never longer, or its lines are the words of a table. */
  readonly isShort: boolean
  /** It is asked for page by page, and how many there are in all is told beside it. */
  readonly isPage: boolean
}

type Shape = z.core.JSONSchema.BaseSchema

/** A page is never longer. */
const pageMost = 200
/** What an input may bring at once, an answer may say again. */
const shortMost = 500

/** Every list in the answer of an entry, however deep it lies. */
export function listsOf({ name, input, output }: AnyEntry): List[] {
  const shape = z.toJSONSchema(output, { unrepresentable: 'any' })
  const paged = isPaged(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }))
  const found = Map.groupBy(listsIn(shape, ''), ({ path }) => path)
  return [...found].map(([path, same]) => ({
    name: `${name} ${path}`,
    // One of several shapes may leave the limit out: then there is none.
    isShort: same.every(({ isShort }) => isShort),
    isPage: paged && same.every(({ isCounted }) => isCounted),
  }))
}

/** By page and size, or by where the page before ended; that one may decide by itself how long a page is. */
function isPaged({ properties = {} }: Shape): boolean {
  const { page, after, size } = properties
  if (typeof size !== 'object') return after !== undefined
  return (page ?? after) !== undefined && (size.maximum ?? Infinity) <= pageMost
}

type Found = { readonly path: string; readonly isShort: boolean; readonly isCounted: boolean }

function listsIn(shape: Shape | boolean | undefined, path: string, isCounted = false): Found[] {
  if (typeof shape !== 'object') return []
  const { properties = {}, items, additionalProperties, propertyNames, anyOf, allOf } = shape
  const parts = [...(anyOf ?? []), ...(allOf ?? [])]
  const fields = Object.entries(properties).flatMap(([key, value]) =>
    listsIn(value, path ? `${path}.${key}` : key, key === 'rows' && 'total' in properties),
  )
  return [
    ...fields,
    ...parts.flatMap((part) => listsIn(part, path, isCounted)),
    ...lines(shape, path, isCounted),
    ...(Array.isArray(items) ? [] : listsIn(items, `${path}[]`)),
    ...(typeof additionalProperties === 'object'
      ? [
          { path: `${path}{}`, isShort: isWord(propertyNames), isCounted: false },
          ...listsIn(additionalProperties, `${path}{}`),
        ]
      : []),
  ]
}

function lines({ type, items, maxItems = Infinity }: Shape, path: string, isCounted: boolean) {
  if (type !== 'array') return []
  const isShort = maxItems <= shortMost || isWord(items as Shape)
  return [{ path: `${path}[]`, isShort, isCounted }]
}

function isWord(shape: Shape | boolean | undefined): boolean {
  return typeof shape === 'object' && (shape.enum !== undefined || shape.const !== undefined)
}

/** Lists that are short by nature, as docs/lists.md names them: "## At most 20: why", then "- entry: `path`, `path`". */
export function boundsIn(text: string) {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      most: Number(/^At most (\d+): /.exec(section)?.[1] ?? Number.NaN),
      lists: [...section.matchAll(/^- (\S+): (.*(?:\n {2}.*)*)/gm)].flatMap(
        ([, entry = '', paths = '']) =>
          [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => `${entry} ${path}`),
      ),
    }))
}
