import { useVirtualizer } from '@tanstack/react-virtual'
import { Input } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Found } from './Found.tsx'
import styles from './Tree.module.css'
import { TreeLine } from './TreeLine.tsx'
import { useTree, type Line } from './use-tree.ts'

type Props = { chosen: string; choose: (id: string) => void }

/** Arrow keys walk and open, Enter chooses; only the lines that are seen exist. */
export function Tree({ chosen, choose }: Props) {
  const [text, setText] = useState('')
  return (
    <>
      <Input
        aria-label="查找党组织"
        placeholder="名称、拼音或代码"
        allowClear
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text.trim() ? (
        <Found text={text.trim()} chosen={chosen} choose={choose} />
      ) : (
        <Lines chosen={chosen} choose={choose} />
      )}
    </>
  )
}

function Lines({ chosen, choose }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const { lines, toggle, more } = useTree(chosen)
  const rowHeight = 2.25 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  })
  const here = lines.findIndex((line) => 'node' in line && line.node.id === chosen)

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const at = lines.findIndex((line) => keyOf(line) === document.activeElement?.id)
    const next = stepOf(lines, at, event.key)
    if (next === undefined) return
    event.preventDefault()
    if (next === 'toggle') {
      const line = lines[at]
      if (line && 'node' in line) toggle(line.node.id)
      return
    }
    virtualizer.scrollToIndex(next)
    // At once where the line is drawn, so that no key of a fast hand lands on the line before.
    const reach = () => document.getElementById(keyOf(lines[next]))
    const line = reach()
    if (line) line.focus()
    else requestAnimationFrame(() => reach()?.focus())
  }

  return (
    <div ref={frame} className={styles.frame}>
      <div
        role="tree"
        tabIndex={-1}
        aria-label="党组织"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={walk}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return line ? (
            <TreeLine
              key={keyOf(line)}
              id={keyOf(line)}
              line={line}
              top={start}
              isChosen={index === here}
              isReached={index === Math.max(here, 0)}
              choose={choose}
              toggle={toggle}
              more={more}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

function keyOf(line: Line | undefined): string {
  if (!line) return ''
  return 'node' in line ? `line-${line.node.id}` : `rest-${line.parentId}`
}

/** Where a key leads: another line, or the same one opened or closed. */
function stepOf(lines: Line[], at: number, key: string): number | 'toggle' | undefined {
  const line = lines[at]
  if (key === 'ArrowDown') return Math.min(lines.length - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return lines.length - 1
  if (!line || !('node' in line)) return undefined
  if (key === 'ArrowRight' && line.node.hasChildren) return line.isOpen ? at + 1 : 'toggle'
  if (key !== 'ArrowLeft') return undefined
  if (line.isOpen) return 'toggle'
  const parent = lines.findLastIndex((one, index) => index < at && one.depth < line.depth)
  return parent < 0 ? undefined : parent
}
