import type { ReactNode } from 'react'
import { useMay } from '../../app/me.ts'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/development', word: '进度' },
  { to: '/development/reserve', word: '后备人员' },
  { to: '/development/compare', word: '择优比较' },
  { to: '/development/pond', word: '梳理' },
  { to: '/development/events', word: '参加活动' },
  { to: '/development/joint', word: '联审', isKept: true },
  { to: '/development/plan', word: '计划与结构' },
] as const

/** The pages of admission, and what may be done on the one that is open. */
export function DevelopmentBar({ children }: { children?: ReactNode }) {
  const may = useMay()
  const shown = pages.filter((page) => !('isKept' in page) || may('development.keep'))
  return (
    <Sides label="发展党员的各页" pages={shown}>
      {children}
    </Sides>
  )
}
