import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/sites', word: '站点' },
  { to: '/sites/months', word: '月度统计' },
  { to: '/sites/coverage', word: '覆盖和设备' },
  { to: '/sites/staff', word: '工作队伍' },
] as const

export function SiteBar({ children }: { children?: ReactNode }) {
  return <Sides pages={pages}>{children}</Sides>
}
