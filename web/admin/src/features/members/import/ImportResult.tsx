import type { ImportState } from '@zhixing/contract'
import { monthDay, moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { App, Button } from 'antd'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Section } from '../../../ui/Page.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import styles from './Import.module.css'

export function ImportResult({ state }: { state: ImportState }) {
  return state.phase === 'undone' ? <Undone state={state} /> : <Done state={state} />
}

function Done({ state }: { state: ImportState }) {
  const { unitId, importId, counts, refusedFileId, undoUntil, byName, at, fileName } = state
  const { mutateAsync, error } = useAct('imports.undo')
  const { modal } = App.useApp()
  const written = (counts.added + counts.updated).toLocaleString('zh-CN')
  const refused = counts.wrong + counts.skipped
  const askAndUndo = () =>
    modal.confirm({
      title: `撤销导入的 ${written} 行？`,
      content:
        '新增的党员将移出名册，更新过的恢复原值。已有学时的、之后又改过的会逐一列出，不受影响。',
      okText: '撤销导入',
      cancelText: '不撤销',
      onOk: () => mutateAsync({ unitId, importId }),
    })
  return (
    <>
      <Sentence note={`${fileName} · ${byName} · ${moment(at)}`}>
        已导入 <Count of={written} /> 行：新增 {counts.added.toLocaleString('zh-CN')} 人，更新{' '}
        {counts.updated.toLocaleString('zh-CN')} 人
        {refused > 0 ? `；${refused.toLocaleString('zh-CN')} 行没有导入` : ''}。
      </Sentence>
      <div className={styles.actions}>
        <LinkButton to="/members" primary>
          看名册
        </LinkButton>
        {refusedFileId ? (
          <Button href={fileAddress({ unitId, fileId: refusedFileId })} download>
            下载没有导入的 {refused.toLocaleString('zh-CN')} 行
          </Button>
        ) : null}
        {undoUntil ? (
          <>
            <Button onClick={askAndUndo}>撤销本次导入</Button>
            <span>{monthDay(undoUntil)}以前可以撤销</span>
          </>
        ) : null}
      </div>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}

function Undone({ state }: { state: ImportState }) {
  const { unitId, importId, counts, byName, at, fileName } = state
  const kept = useAnswer(
    'imports.rows',
    { unitId, importId, show: 'kept', page: 1, size: 200 },
    { enabled: counts.kept > 0 },
  )
  return (
    <>
      <Sentence
        note={`${fileName} · ${byName} · ${moment(at)}`}
        step={
          <LinkButton to="/members/import" primary>
            重新导入
          </LinkButton>
        }
      >
        已撤销，
        <Count of={counts.undone.toLocaleString('zh-CN')} /> 名党员恢复到导入之前
        {counts.kept > 0 ? (
          <>
            ；<Count of={counts.kept} stress /> 名保留不动
          </>
        ) : null}
        。
      </Sentence>
      {counts.kept > 0 ? (
        <Section title="保留的党员" aside="已有学时，或导入之后又改过">
          <Answered answer={kept}>{({ rows }) => <PreviewRows rows={rows} />}</Answered>
        </Section>
      ) : null}
    </>
  )
}
