import type { EntryOf, Output } from '@zhixing/contract'
import { query } from '@zhixing/kit/api.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'

type Level = Output<EntryOf<'organizations.children'>>
export type Node = Level['rows'][number]

/** Known levels by their parent; the tops of the reach hang on nobody. */
type Levels = Record<string, Level>
const tops = ''

/** Grows level by level, as it is opened, and is asked anew after every change. */
export function useTree(chosen: string) {
  const [levels, setLevels] = useState<Levels>({})
  const [choices, setChoices] = useState<Record<string, boolean>>({})
  const client = useQueryClient()

  const load = useCallback(async (parentId: string, after?: string) => {
    const place = { ...(parentId ? { parentId } : {}), ...(after ? { after } : {}) }
    const next = await query('organizations.children', place)
    setLevels((known) => {
      const before = after ? (known[parentId]?.rows ?? []) : []
      return { ...known, [parentId]: { ...next, rows: [...before, ...next.rows] } }
    })
  }, [])

  // The way down to the chosen one stands open.
  const way = useAnswer('organizations.ancestors', { organizationId: chosen })
  const stops = (way.data?.rows ?? []).slice(0, -1).map(({ id }) => id)
  // Somebody who stands at the top wants to see what is below it.
  const key = stops.length > 0 ? stops.join() : chosen
  useEffect(() => {
    const open = async () => {
      await Promise.all([tops, ...key.split(',').filter(Boolean)].map((parent) => load(parent)))
    }
    void open().catch(() => undefined)
  }, [key, load])

  // The way down is open until it is closed by hand; all else is closed until it is opened.
  const isOpen = (id: string) =>
    choices[id] ?? (stops.includes(id) || (stops.length === 0 && id === chosen))
  const known = Object.keys(levels).join()

  // Whatever was done on the page may have changed names, places and numbers.
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type, mutation }) => {
        if (type !== 'updated' || mutation.state.status !== 'success') return
        for (const parent of known.split(',')) void load(parent).catch(() => undefined)
      }),
    [client, load, known],
  )

  const toggle = (id: string) => {
    const next = !isOpen(id)
    if (next && !levels[id]) void load(id)
    setChoices({ ...choices, [id]: next })
  }
  const more = (parentId: string) => {
    const after = levels[parentId]?.next
    if (after) void load(parentId, after)
  }
  return { lines: linesOf(levels, isOpen, { parentId: tops, depth: 1 }), toggle, more }
}

export type Line = { depth: number; parentId: string } & (
  | { node: Node; isOpen: boolean }
  | { rest: number }
)

type Place = { parentId: string; depth: number }

/** The tree as the lines that are seen, from top to bottom. */
function linesOf(
  levels: Levels,
  isOpened: (id: string) => boolean,
  { parentId, depth }: Place,
): Line[] {
  const level = levels[parentId]
  if (!level) return []
  const lines = level.rows.flatMap((node): Line[] => {
    const isOpen = node.hasChildren && isOpened(node.id)
    const below = isOpen ? linesOf(levels, isOpened, { parentId: node.id, depth: depth + 1 }) : []
    return [{ depth, parentId, node, isOpen }, ...below]
  })
  const rest = level.total - level.rows.length
  return level.next && rest > 0 ? [...lines, { depth, parentId, rest }] : lines
}
