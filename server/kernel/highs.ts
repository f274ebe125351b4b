import highs from 'highs'
import type { Highs } from 'highs'

/** The solver, a WebAssembly of its own: loaded once by the thread that solves. The package types itself as CommonJS. */
export const loadHighs = highs as unknown as () => Promise<Highs>
