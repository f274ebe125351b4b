import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useSearch } from '@tanstack/react-router'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import type { Board } from './board.ts'
import styles from './ExportButton.module.css'

/** The filtered list as a file; what it is for stays on record. */
export function ExportButton({ board }: { board: Board }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button disabled={board.total === 0} onClick={() => setOpen(true)}>
        导出 {board.total.toLocaleString('zh-CN')} 行
      </Button>
      {open ? <Ask board={board} close={() => setOpen(false)} /> : null}
    </>
  )
}

function Ask({ board, close }: { board: Board; close: () => void }) {
  const { organizationId } = useOrganization()
  const { text, standing, cohort } = useSearch({ from: '/shell/requirements' })
  const [reason, setReason] = useState('')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const { mutate, isPending, error } = useAct('requirements.export')
  const { requirement, year } = board
  const send = () =>
    mutate(
      {
        organizationId,
        requirement: requirement.key,
        year,
        format,
        reason: reason.trim(),
        ...(text ? { text } : {}),
        ...(standing ? { standing } : {}),
        ...(cohort ? { cohort } : {}),
      },
      {
        onSuccess: (file) => {
          location.assign(fileAddress(file))
          close()
        },
      },
    )
  return (
    <Modal
      open
      title={`导出 ${board.total.toLocaleString('zh-CN')} 人的学习进度`}
      onCancel={close}
      okText="导出"
      cancelText="不导出了"
      okButtonProps={{ disabled: reason.trim().length < 2, loading: isPending }}
      onOk={send}
    >
      <div className={styles.field}>
        <label htmlFor="export-reason">用途（会留痕）</label>
        <Input
          id="export-reason"
          autoFocus
          value={reason}
          maxLength={200}
          placeholder="如：研究四季度补训"
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <Radio.Group
        value={format}
        onChange={({ target }) => setFormat(target.value === 'csv' ? 'csv' : 'xlsx')}
        options={[
          { value: 'xlsx', label: 'Excel 工作簿' },
          { value: 'csv', label: 'CSV 文本' },
        ]}
      />
      <p role="alert">{error?.message}</p>
    </Modal>
  )
}
