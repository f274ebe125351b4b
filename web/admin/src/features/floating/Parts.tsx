import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/floating', word: '台账' },
  { to: '/floating/incoming', word: '报到接收' },
  { to: '/floating/census', word: '排查摸底' },
  { to: '/floating/lost', word: '失联查找' },
  { to: '/floating/groups', word: '管理群' },
  { to: '/floating/tasks', word: '服务任务' },
] as const

/** The pages about members who are away; each answers one question. */
export function Parts() {
  return <Sides label="流动党员" pages={pages} />
}

export function Fact({ word, value }: { word: string; value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value === '' ? '—' : value}</dd>
    </div>
  )
}
