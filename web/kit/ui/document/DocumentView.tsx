import { useEffect, useRef, useState } from 'react'
import styles from './DocumentView.module.css'
import { openDocument } from './open-document.ts'
import type { OpenDocument } from './open-document.ts'

type Props = { address: string; title: string }

/** A PDF in the page, one page at a time, as wide as the screen. */
export function DocumentView({ address, title }: Props) {
  const [opened, setOpened] = useState<OpenDocument>()
  const [problem, setProblem] = useState('')
  const [page, setPage] = useState(1)
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    let isGone = false
    const opening = openDocument(address)
    opening.then(
      (found) => (isGone ? undefined : setOpened(found)),
      () => setProblem('文档没有打开，请检查网络后再试。'),
    )
    return () => {
      isGone = true
      void opening.then(({ close }) => close()).catch(() => undefined)
    }
  }, [address])

  useEffect(() => {
    if (opened && canvas.current)
      void opened.draw(page, canvas.current).catch(() => setProblem('这一页没有显示出来。'))
  }, [opened, page])

  if (problem) return <p role="alert">{problem}</p>
  if (!opened) return <p role="status">正在打开文档……</p>
  return (
    <div className={styles.document}>
      <canvas ref={canvas} role="img" aria-label={`${title}，第 ${page} 页`} />
      <nav className={styles.pages} aria-label="翻页">
        <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          上一页
        </button>
        <span>
          {page} / {opened.pages} 页
        </span>
        <button type="button" disabled={page >= opened.pages} onClick={() => setPage(page + 1)}>
          下一页
        </button>
      </nav>
    </div>
  )
}
