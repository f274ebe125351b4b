import { posts } from '@zhixing/contract/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { today } from '../../format/day-said.ts'
import styles from './Organizations.module.css'
import type { Holder } from './types.ts'

type Props = { holder: Holder; organizationId: string; close: () => void }

export function EndingPost({ holder, organizationId, close }: Props) {
  const [until, setUntil] = useState(today())
  const { mutate, isPending, error } = useAct('committees.endPost')
  const end = () => mutate({ organizationId, postId: holder.id, until }, { onSuccess: close })
  return (
    <Modal
      open
      title={`${holder.memberName}不再担任${posts[holder.post]}？`}
      okText="登记离任"
      cancelText="取消"
      okButtonProps={{ loading: isPending, disabled: !until }}
      onOk={end}
      onCancel={close}
    >
      <label htmlFor="end-post">
        自哪天起离任
        <Input
          id="end-post"
          type="date"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </label>
      <p role="alert" className={styles.late}>
        {error?.message}
      </p>
    </Modal>
  )
}
