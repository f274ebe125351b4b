import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/plans', word: '计划' },
  { to: '/plans/calendar', word: '全年日程' },
  { to: '/plans/curriculum', word: '课程地图' },
  { to: '/plans/overlaps', word: '重复培训' },
  { to: '/plans/modes', word: '授课方式' },
  { to: '/plans/policies', word: '政策文件库' },
] as const

export function PlanBar({ children }: { children?: ReactNode }) {
  return (
    <Sides label="培训计划的各页" pages={pages}>
      {children}
    </Sides>
  )
}
