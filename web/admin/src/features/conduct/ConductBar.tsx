import type { ReactNode } from 'react'
import { useMay } from '../../app/me.ts'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/conduct', word: '履责月数', grant: 'conduct.view' },
  { to: '/conduct/tasks', word: '分配的工作', grant: 'conduct.view' },
  { to: '/conduct/cases', word: '组织处置', grant: 'conduct.view' },
  { to: '/conduct/care', word: '走访慰问', grant: 'conduct.care' },
  { to: '/conduct/sanctions', word: '处分登记', grant: 'conduct.discipline' },
  { to: '/conduct/leads', word: '问题线索', grant: 'conduct.discipline' },
] as const

export function ConductBar({ children }: { children?: ReactNode }) {
  const may = useMay()
  return <Sides pages={pages.filter(({ grant }) => may(grant))}>{children}</Sides>
}
