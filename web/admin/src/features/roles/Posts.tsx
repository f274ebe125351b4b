import type { EntryOf, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { usePage } from '../../ui/list/use-page.ts'

type Shown = Output<EntryOf<'roles.posts'>>
type Post = Shown['rows'][number]

const size = 50

/** What may be claimed, and how many have. */
export function Posts() {
  const { organizationId } = useOrganization()
  const [page, turn] = usePage('posts')
  const answer = useAnswer('roles.posts', { organizationId, page, size })
  const [isOffering, setIsOffering] = useState(false)
  const withdraw = useAct('roles.withdrawPost')
  const end = ({ unitId, postId }: Post) => withdraw.mutate({ unitId, postId })
  return (
    <Answered answer={answer}>
      {({ rows, total, mayOffer }) => (
        <Section
          title="志愿岗位目录"
          aside={
            mayOffer ? (
              <Button type="primary" onClick={() => setIsOffering(true)}>
                设一个岗位
              </Button>
            ) : null
          }
        >
          <DataList
            label="志愿岗位"
            columns={columnsOf(mayOffer ? end : undefined)}
            rows={rows}
            keyOf={({ postId }) => postId}
          />
          <Pager page={page} size={size} total={total} turn={turn} />
          {isOffering ? <Offer close={() => setIsOffering(false)} /> : null}
        </Section>
      )}
    </Answered>
  )
}

function columnsOf(end: ((post: Post) => void) | undefined): Column<Post>[] {
  const columns: Column<Post>[] = [
    { key: 'title', title: '岗位', width: '10rem', narrow: true, cell: ({ title }) => title },
    {
      key: 'branch',
      title: '党支部',
      width: '11rem',
      cell: ({ organizationName }) => organizationName,
    },
    {
      key: 'statement',
      title: '职责',
      width: 'minmax(8rem, 1fr)',
      cell: ({ statement }) => statement,
    },
    {
      key: 'taken',
      title: '认领/名额',
      width: '6rem',
      number: true,
      narrow: true,
      cell: ({ taken, seats }) => `${taken}/${seats}`,
    },
  ]
  if (!end) return columns
  const cell = (post: Post) => (
    <Button type="link" size="small" aria-label={`撤销${post.title}`} onClick={() => end(post)}>
      撤销
    </Button>
  )
  return [...columns, { key: 'end', title: '办理', width: '4rem', cell }]
}

type Values = { title: string; statement: string; seats: number }

function Offer({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  return (
    <Modal open title="设一个志愿岗位" footer={null} onCancel={close}>
      <ActForm
        act="roles.offer"
        draft={`role-post:${organizationId}`}
        initial={{ seats: 3 }}
        input={(values: Values) => ({ organizationId, ...values })}
        submit="设岗"
        done={close}
        cancel={close}
      >
        <Form.Item name="title" label="岗位" rules={[{ required: true, message: '写上岗位' }]}>
          <Input maxLength={100} placeholder="如：政策宣传岗" />
        </Form.Item>
        <Form.Item name="statement" label="职责" rules={[{ required: true, message: '写明职责' }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="seats" label="名额">
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
      </ActForm>
    </Modal>
  )
}
