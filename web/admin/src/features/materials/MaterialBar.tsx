import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/materials', word: '书目和库存' },
  { to: '/materials/orders', word: '订购' },
  { to: '/materials/issues', word: '发放签收' },
  { to: '/materials/viewings', word: '观看记录' },
  { to: '/materials/models', word: '先进典型' },
] as const

export function MaterialBar({ children }: { children?: ReactNode }) {
  return <Sides pages={pages}>{children}</Sides>
}
