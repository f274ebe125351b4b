import { Button, Select } from 'antd'
import { useEffect, useRef } from 'react'
import paper from '../Paper.module.css'
import styles from './Editor.module.css'
import { fillWith, piecesIn } from './dom-pieces.ts'
import type { Change, EditBlock, Level } from './use-manuscript.ts'

const levels: { value: Level; label: string }[] = [
  { value: 'chapter', label: '一、标题' },
  { value: 'section', label: '（一）标题' },
  { value: 'item', label: '1. 条目' },
  { value: 'point', label: '（1）条目' },
  { value: 'text', label: '正文' },
]

type Props = {
  block: EditBlock
  position: number
  count: number
  change: (wanted: Change) => void
}

/** One paragraph. The browser owns what stands in it while it is typed; we read it after each stroke. */
export function BlockEditor({ block, position, count, change }: Props) {
  const { id, level, pieces } = block
  const field = useRef<HTMLDivElement>(null)
  const first = useRef(pieces)

  useEffect(() => {
    if (field.current) fillWith(field.current, first.current, styles.token ?? '')
  }, [])

  const name = `第${String(position)}段`
  return (
    <div className={styles.block}>
      <BlockTools name={name} block={block} position={position} count={count} change={change} />
      <div
        ref={field}
        className={`${styles.field} ${paper[level] ?? paper['text'] ?? ''}`}
        data-level={level}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={name}
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        onInput={() => {
          if (field.current) change({ do: 'write', id, pieces: piecesIn(field.current) })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          change({ do: 'below', id })
        }}
      />
    </div>
  )
}

/** What is done with the paragraph as a whole. */
function BlockTools({ name, block, position, count, change }: Props & { name: string }) {
  const { id, level } = block
  return (
    <div className={styles.tools}>
      <Select
        aria-label={`${name}的层级`}
        size="small"
        variant="borderless"
        value={level}
        options={levels}
        onChange={(next) => change({ do: 'level', id, level: next })}
      />
      <Button
        size="small"
        type="text"
        aria-label={`加段（${name}之下）`}
        onClick={() => change({ do: 'below', id })}
      >
        加段
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={`上移（${name}）`}
        disabled={position === 1}
        onClick={() => change({ do: 'up', id })}
      >
        上移
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={`删除（${name}）`}
        disabled={count === 1}
        onClick={() => change({ do: 'remove', id })}
      >
        删除
      </Button>
    </div>
  )
}
