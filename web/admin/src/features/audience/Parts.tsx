import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/audiences', word: '对象范围' },
  { to: '/audiences/watches', word: '重点群体' },
] as const

export function Parts() {
  return <Sides label="对象范围" pages={pages} />
}
