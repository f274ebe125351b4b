import type { CSSProperties } from 'react'
import styles from './Tree.module.css'
import type { Line } from './use-tree.ts'

type Props = {
  id: string
  line: Line
  top: number
  isChosen: boolean
  /** The one that Tab reaches; from there, arrows walk. */
  isReached: boolean
  choose: (id: string) => void
  toggle: (id: string) => void
  more: (parentId: string) => void
}

type Indented = CSSProperties & { '--depth': number }

/** One line of the tree: its name chooses, its sign opens. */
export function TreeLine({ id, line, top, isChosen, isReached, choose, toggle, more }: Props) {
  const style: Indented = { transform: `translateY(${top}px)`, '--depth': line.depth }
  if (!('node' in line))
    return (
      <button
        type="button"
        id={id}
        className={styles.rest}
        style={style}
        onClick={() => more(line.parentId)}
      >
        还有 {line.rest.toLocaleString('zh-CN')} 个，继续显示
      </button>
    )
  const { node, isOpen } = line
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={line.depth}
      aria-selected={isChosen}
      aria-expanded={node.hasChildren ? isOpen : undefined}
      tabIndex={isReached ? 0 : -1}
      className={styles.line}
      style={style}
      onClick={() => choose(node.id)}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === ' ') choose(node.id)
      }}
    >
      <span
        className={styles.sign}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (node.hasChildren) toggle(node.id)
        }}
      >
        {signOf(node.hasChildren, isOpen)}
      </span>
      <span className={styles.name}>{node.name}</span>
      <span className={styles.count}>{node.members.toLocaleString('zh-CN')}</span>
    </div>
  )
}

function signOf(hasChildren: boolean, isOpen: boolean): string {
  if (!hasChildren) return ''
  return isOpen ? '▾' : '▸'
}
