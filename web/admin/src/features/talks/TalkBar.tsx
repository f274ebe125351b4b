import type { ReactNode } from 'react'
import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/talks', word: '关注名单' },
  { to: '/talks/list', word: '谈话记录' },
] as const

export function TalkBar({ children }: { children?: ReactNode }) {
  return <Sides pages={pages}>{children}</Sides>
}
