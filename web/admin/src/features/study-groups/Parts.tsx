import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/study-groups', word: '中心组' },
  { to: '/study-groups/sessions', word: '学习与一学一报' },
  { to: '/study-groups/observers', word: '列席旁听' },
  { to: '/study-groups/bulletins', word: '半年通报' },
] as const

/** The pages about study groups; each answers one question. */
export function Parts({ children }: { children?: ReactNode }) {
  return (
    <Sides label="中心组" pages={pages}>
      {children}
    </Sides>
  )
}
