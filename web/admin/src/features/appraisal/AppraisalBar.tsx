import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/appraisal', word: '民主评议' },
  { to: '/appraisal/talks', word: '谈心谈话' },
  { to: '/appraisal/shortcomings', word: '问题清单' },
] as const

export function AppraisalBar({ children }: { children?: ReactNode }) {
  return <Sides pages={pages}>{children}</Sides>
}
