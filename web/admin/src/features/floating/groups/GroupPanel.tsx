import { moment } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import details from '../../../ui/Details.module.css'
import styles from '../Floating.module.css'
import { TextItem } from '../fields.tsx'

const size = 50

type Key = { unitId: string; groupId: string }

/** Who is in a group, and what was said to it. */
export function GroupPanel({ open }: { open: string | undefined }) {
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const [unitId = '', groupId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="管理群" open={open !== undefined} onClose={close}>
      {open ? <Group key={open} unitId={unitId} groupId={groupId} gone={close} /> : null}
    </DetailPanel>
  )
}

function Group({ gone, ...key }: Key & { gone: () => void }) {
  const may = useMay()
  const { modal } = App.useApp()
  const [isTelling, setIsTelling] = useState(false)
  const [page, setPage] = useState(1)
  const answer = useAnswer('floatingWork.group', { ...key, page, size })
  const { mutate } = useAct('floatingWork.endGroup')
  const ask = (name: string) =>
    modal.confirm({
      title: `解散“${name}”？`,
      content: '名单和已发的通知保留在留痕里，党员手机上不再显示这个群。',
      okText: '解散',
      cancelText: '取消',
      onOk: () => mutate(key, { onSuccess: gone }),
    })
  return (
    <Answered answer={answer}>
      {({ name, keeper, rows, total, said }) => (
        <>
          <h2>
            {name} <small>管理员 {keeper}</small>
          </h2>
          {may('floating.keep') && !isTelling ? (
            <p className={styles.acts}>
              <Button type="primary" onClick={() => setIsTelling(true)}>
                发通知
              </Button>
              <Button onClick={() => ask(name)}>解散</Button>
            </p>
          ) : null}
          {isTelling ? <Tell {...key} close={() => setIsTelling(false)} /> : null}
          <h3 className={details.title}>名单（{total} 人）</h3>
          <ul className={details.log}>
            {rows.map(({ memberId, name: member, organizationName, destination }) => (
              <li key={memberId}>
                {member}，{destination}
                <small>{organizationName}</small>
              </li>
            ))}
          </ul>
          {total > size ? <Pager page={page} size={size} total={total} turn={setPage} /> : null}
          <h3 className={details.title}>通知</h3>
          {said.length === 0 ? <p>还没有发过通知。</p> : null}
          <ul className={details.log}>
            {said.map(({ noticeId, title, at, people, read }) => (
              <li key={noticeId}>
                {title}
                <small>
                  {moment(at)}，{people} 人中 {read} 人已读
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  )
}

function Tell({ unitId, groupId, close }: Key & { close: () => void }) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="floatingWork.tell"
      draft={`tell:${groupId}`}
      initial={{}}
      input={(values: { title: string; body: string }) => ({ unitId, groupId, formId, ...values })}
      submit="发出"
      done={close}
      cancel={close}
    >
      <TextItem name="title" label="标题" required max={100} />
      <Form.Item name="body" label="内容" rules={[{ required: true, message: '请填写内容' }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} />
      </Form.Item>
    </ActForm>
  )
}
