import type { Declared, Mark, Seed, Shape } from '../rules.ts'

/** Checks a parameter and keeps its key and shape in its type. */
export function declare<const K extends string, const S extends Shape>(
  declared: Omit<Declared<S>, 'key' | 'shape'> & { readonly key: K; readonly shape: S },
): Declared<S> & { readonly key: K } {
  return declared
}

type NumberWords<K extends string> = Omit<Declared<'number'>, 'key' | 'shape' | 'seeds'> & {
  readonly key: K
  readonly value: number
  readonly clause: string
  readonly from: string
  readonly mark: Mark
  /** What held before, oldest first. */
  readonly earlier?: readonly Seed<'number'>[]
}

/** A whole number; most parameters are one, and most have had one value only. */
export function number<const K extends string>({
  value,
  clause,
  from,
  mark,
  earlier = [],
  ...rest
}: NumberWords<K>): Declared<'number'> & { readonly key: K } {
  const [first, ...later] = [...earlier, { value, clause, from, mark }]
  return { ...rest, shape: 'number', seeds: [first ?? { value, clause, from, mark }, ...later] }
}
