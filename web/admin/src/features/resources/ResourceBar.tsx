import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/resources', word: '目录' },
  { to: '/resources/orders', word: '点单' },
  { to: '/resources/calendar', word: '日历' },
  { to: '/resources/map', word: '基地图' },
  { to: '/resources/use', word: '利用率' },
] as const

export function ResourceBar({ children }: { children?: ReactNode }) {
  return <Sides pages={pages}>{children}</Sides>
}
