import type { Grant } from '@zhixing/contract'
import type { RuleKey } from '../../rules/index.ts'
import { faultOf } from '../rules.ts'
import type { Step, Wait } from '../rules.ts'

type DeclaredWait = Omit<Wait, 'count'> & { readonly count: number | RuleKey }
type DeclaredOutcome = {
  readonly key: string
  readonly name: string
  /** Another step, back or forth; or the end, good or bad. */
  readonly to: string
  readonly needsReason?: boolean
}
export type DeclaredStep = Pick<Step, 'key' | 'name' | 'decidedBy'> &
  Partial<Pick<Step, 'clause' | 'papers' | 'needs' | 'side'>> & {
    /** Decided above the organization that put it forward; at the root, by the root itself. */
    readonly isAbove?: boolean
    readonly earliest?: DeclaredWait | readonly DeclaredWait[]
    readonly latest?: DeclaredWait
    readonly limit?: DeclaredWait
    readonly outcomes: readonly DeclaredOutcome[]
  }

export type Procedure = {
  readonly kind: string
  readonly name: string
  /** Where its cases are decided; `{unitId}` and `{id}` (of the subject) are filled in. */
  readonly page: string
  /** Who may follow its cases besides those who start and decide them; all who work there, where nothing is said. */
  readonly knownTo?: Grant
  readonly steps: readonly Step[]
}

type Declared = Omit<Procedure, 'steps'> & {
  readonly steps: readonly DeclaredStep[]
  /** Days that its capability notes and its steps count from. */
  readonly marks?: readonly string[]
}

export function declareProcedure({ marks = [], ...declared }: Declared): Procedure {
  const steps = declared.steps.map(stepOf)
  const fault = faultOf(steps, marks)
  if (fault) throw new Error(`procedure ${declared.kind}: ${fault}`)
  return { ...declared, steps }
}

function stepOf({ earliest = [], outcomes, ...step }: DeclaredStep): Step {
  return {
    isAbove: false,
    clause: '',
    papers: [],
    needs: [],
    latest: null,
    limit: null,
    ...step,
    earliest: 'count' in earliest ? [earliest] : earliest,
    outcomes: outcomes.map((one) => ({ ...one, needsReason: one.needsReason ?? false })),
  }
}
