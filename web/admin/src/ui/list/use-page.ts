import { useSearch } from '@tanstack/react-router'
import { useSearchChange } from '../use-search-change.ts'

/**
 * Which page of a list is open: it stands in the address, so that "back" and a saved link return to it. A second list of
 * the same page has a name of its own.
 */
export function usePage(name = 'page') {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const change = useSearchChange()
  const asked = search[name]
  const page = typeof asked === 'number' && Number.isInteger(asked) && asked > 1 ? asked : 1
  const turn = (next: number) => change({ [name]: next === 1 ? undefined : next })
  return [page, turn] as const
}
