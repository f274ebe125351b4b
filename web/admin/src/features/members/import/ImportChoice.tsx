import type { ImportState } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { linesFrom } from './lines.ts'
import styles from './Import.module.css'

/** What becomes of good rows, duplicates and doubtful ones; the button says how many that is. */
export function ImportChoice({ state }: { state: ImportState }) {
  const { unitId, importId, counts } = state
  const [duplicates, setDuplicates] = useState<'skip' | 'overwrite'>('skip')
  const [likely, setLikely] = useState<'skip' | 'add'>('skip')
  const [typed, setTyped] = useState('')
  const { mutate, isPending, error } = useAct('imports.commit')
  const discard = useAct('imports.discard')
  const navigate = useNavigate()

  const lines = typed.trim() === '' ? undefined : linesFrom(typed)
  const isOdd = lines !== undefined && lines.length === 0
  const count =
    counts.good +
    (duplicates === 'overwrite' ? counts.duplicate : 0) +
    (likely === 'add' ? counts.likely : 0)
  const send = () => mutate({ unitId, importId, duplicates, likely, ...(lines ? { lines } : {}) })
  const leave = () =>
    discard.mutate(
      { unitId, importId },
      { onSuccess: () => void navigate({ to: '/members/import' }) },
    )

  return (
    <div className={styles.choice}>
      <DuplicateChoice
        counts={counts}
        duplicates={duplicates}
        likely={likely}
        decide={setDuplicates}
        decideLikely={setLikely}
      />
      <label>
        只导入这些行（不填则全部）：{' '}
        <Input
          style={{ width: '16rem' }}
          placeholder="例：2-120, 135"
          value={typed}
          status={isOdd ? 'error' : ''}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <div className={styles.actions}>
        <Button type="primary" loading={isPending} disabled={isOdd || count === 0} onClick={send}>
          {lines
            ? `导入选中的 ${String(lines.length)} 行`
            : `导入 ${count.toLocaleString('zh-CN')} 行`}
        </Button>
        <Button loading={discard.isPending} onClick={leave}>
          换一个文件
        </Button>
        {counts.wrong > 0 ? (
          <span>
            有误的 {counts.wrong.toLocaleString('zh-CN')} 行跳过，可在结果页下载后改好再导
          </span>
        ) : null}
      </div>
    </div>
  )
}

type DuplicateProps = {
  counts: ImportState['counts']
  duplicates: 'skip' | 'overwrite'
  likely: 'skip' | 'add'
  decide: (choice: 'skip' | 'overwrite') => void
  decideLikely: (choice: 'skip' | 'add') => void
}

function DuplicateChoice({ counts, duplicates, likely, decide, decideLikely }: DuplicateProps) {
  return (
    <>
      {counts.duplicate > 0 ? (
        <Radio.Group
          value={duplicates}
          onChange={({ target }) => decide(target.value === 'overwrite' ? 'overwrite' : 'skip')}
          options={[
            { value: 'skip', label: `身份证号已在名册的 ${String(counts.duplicate)} 行：跳过` },
            { value: 'overwrite', label: '用文件里的内容更新' },
          ]}
        />
      ) : null}
      {counts.likely > 0 ? (
        <Radio.Group
          value={likely}
          onChange={({ target }) => decideLikely(target.value === 'add' ? 'add' : 'skip')}
          options={[
            { value: 'skip', label: `同名同生日的 ${String(counts.likely)} 行：跳过` },
            { value: 'add', label: '确认是不同的人，作为新党员导入' },
          ]}
        />
      ) : null}
    </>
  )
}
