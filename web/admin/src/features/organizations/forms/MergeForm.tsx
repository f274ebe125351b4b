import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ConfirmByName } from '../../../ui/ConfirmByName.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import styles from '../Organizations.module.css'
import type { FormProps } from '../types.ts'
import { OrganizationSelect } from './OrganizationSelect.tsx'

type Values = { intoId: string; reason: string }

/** What cannot be undone waits for the name to be typed. */
export function MergeForm({ shown, close }: FormProps) {
  const { organization, counts, holders } = shown
  const { id, version, name } = organization
  const [wish, setWish] = useState<Values>()
  const change = useSearchChange()
  const { message } = App.useApp()
  const { mutate, isPending } = useAct('restructuring.merge')
  const members = counts.members.toLocaleString('zh-CN')
  const merge = () =>
    wish &&
    mutate(
      { ...wish, organizationId: id, version },
      {
        onSuccess: () => change({ open: wish.intoId, act: undefined }),
        onError: (error) => void message.error(error.message),
      },
    )
  return (
    <>
      <p className={styles.effect}>
        {name}的 {members} 名党员全部转入另一支部，{holders.length}{' '}
        项任职结束，支部撤销。以前的活动和学时留在党员名下，沿革可查。
      </p>
      <Form layout="vertical" requiredMark="optional" onFinish={setWish}>
        <Form.Item
          name="intoId"
          label="并入哪个支部"
          rules={[{ required: true, message: '选择并入的支部' }]}
        >
          <OrganizationSelect placeholder="输入名称、拼音或代码" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="理由或批复文号"
          rules={[{ required: true, min: 2, message: '写明理由' }]}
        >
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          并入
        </Button>{' '}
        <Button onClick={close}>取消</Button>
      </Form>
      {wish ? (
        <ConfirmByName
          question={`撤销${name}，转走 ${members} 名党员？`}
          name={name}
          verb="并入并撤销"
          pending={isPending}
          confirm={merge}
          cancel={() => setWish(undefined)}
        >
          <p>合并以后不能自动拆回，需要时另行分设。</p>
        </ConfirmByName>
      ) : null}
    </>
  )
}
