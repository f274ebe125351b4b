import type { periodStates } from '@zhixing/contract/words.ts'
import type { ShapeName } from '@zhixing/kit/ui/Shape.tsx'

export const periodShapes: Record<keyof typeof periodStates, ShapeName> = {
  kept: 'check',
  madeUp: 'slip',
  planned: 'half',
  open: 'triangleHollow',
  makeUp: 'triangleHollow',
  missing: 'triangle',
  ahead: 'ring',
  none: 'dashed',
}
