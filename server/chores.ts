import type { Chore } from './kernel/chores.ts'
import { sealTraces } from './modules/audit/index.ts'

/** What the platform does by itself, again and again; one line each. */
export const chores: readonly Chore[] = [{ name: 'seal traces', everySeconds: 60, run: sealTraces }]
