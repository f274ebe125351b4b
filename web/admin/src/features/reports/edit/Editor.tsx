import { useAct } from '@zhixing/kit/use-answer.ts'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import type { Report } from '../report.ts'
import paper from '../Paper.module.css'
import page from '../ReportPage.module.css'
import { BlockEditor } from './BlockEditor.tsx'
import styles from './Editor.module.css'
import { useManuscript } from './use-manuscript.ts'

/** The document as a form: words are typed, numbers stay bound to what they measure. */
export function Editor({ report }: { report: Report }) {
  const { text, setText, change, isRestored, forget } = useManuscript(report)
  const { save, leave, isPending } = useSaving(report, forget)
  return (
    <>
      <article className={`${paper.paper} ${styles.paper}`}>
        <Input.TextArea
          aria-label="标题"
          autoSize
          className={styles.title ?? ''}
          value={text.title}
          onChange={({ target }) => setText({ ...text, title: target.value })}
        />
        <Input
          aria-label="主送"
          placeholder="主送单位，多个用逗号分开"
          variant="underlined"
          value={text.recipients}
          onChange={({ target }) => setText({ ...text, recipients: target.value })}
        />
        {text.blocks.map((block, index) => (
          <BlockEditor
            key={block.id}
            block={block}
            position={index + 1}
            count={text.blocks.length}
            change={change}
          />
        ))}
      </article>
      <aside className={page.side} aria-label="保存">
        <h1 className={styles.headline}>正在修改正文。</h1>
        <p className={styles.note}>
          直接在文中打字。带底色的数字由系统填写，可以移动、删除，不能改写；删错了可以撤销（Ctrl+Z）。
        </p>
        {isRestored ? <p className={styles.note}>已恢复上次没有保存的修改。</p> : null}
        <div className={styles.actions}>
          <Button type="primary" loading={isPending} onClick={() => save(text)}>
            保存
          </Button>
          <Button onClick={leave}>放弃修改</Button>
        </div>
      </aside>
    </>
  )
}

function useSaving({ unitId, reportId, version }: Report, forget: () => void) {
  const { mutate, isPending } = useAct('reports.edit')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const close = () => {
    forget()
    void navigate({ to: '.', search: {}, replace: true, resetScroll: false })
  }
  const save = ({ title, recipients, blocks }: ReturnType<typeof useManuscript>['text']) =>
    mutate(
      {
        unitId,
        reportId,
        version,
        title,
        recipients: recipients
          .split(/[，,、]/)
          .map((one) => one.trim())
          .filter(Boolean),
        blocks: blocks.map(({ level, pieces }) => ({ level, pieces })),
      },
      { onSuccess: close, onError: (error) => void message.error(error.message) },
    )
  return { save, leave: close, isPending }
}
