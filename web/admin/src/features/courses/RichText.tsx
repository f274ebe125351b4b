import { Button } from 'antd'
import { useRef } from 'react'
import details from '../../ui/Details.module.css'
import styles from './Courses.module.css'

const marks = [
  ['formatBlock', 'h2', '标题'],
  ['formatBlock', 'p', '正文'],
  ['bold', '', '加粗'],
  ['insertUnorderedList', '', '列表'],
  ['insertOrderedList', '', '编号'],
  ['formatBlock', 'blockquote', '引用'],
] as const

/** Text with headings, lists and quotations; whatever is pasted along is cleaned by the server. */
export function RichText({ change }: { change: (html: string) => void }) {
  const area = useRef<HTMLDivElement>(null)
  const say = () => change(area.current?.innerHTML ?? '')
  const mark = (command: string, value: string) => {
    area.current?.focus()
    // The only way without a library that every browser still knows.
    // oxlint-disable-next-line typescript/no-deprecated
    document.execCommand(command, false, value)
    say()
  }
  return (
    <>
      <div className={details.acts} role="toolbar" aria-label="格式">
        {marks.map(([command, value, name]) => (
          <Button key={name} size="small" onClick={() => mark(command, value)}>
            {name}
          </Button>
        ))}
      </div>
      <div
        ref={area}
        className={styles.text}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label="正文"
        onInput={say}
        onBlur={say}
      />
    </>
  )
}
