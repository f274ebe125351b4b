import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Resource } from './ResourceView.tsx'
import styles from './Resources.module.css'

/** Addresses for calendar programs: each is shown once, and can be taken back. */
export function Feeds({ resource: { unitId, resourceId } }: { resource: Resource }) {
  const key = { unitId, resourceId }
  const [address, setAddress] = useState('')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <h3>日历订阅</h3>
      <p className={styles.faint}>
        任何日历软件都能订阅这项资源的预订；知道地址的人只看得到何时由哪个组织使用。
      </p>
      {address ? (
        <p className={styles.address} role="status">
          {address}
          <br />
          <small>请现在复制，离开后不再显示。</small>
        </p>
      ) : null}
      <FeedList resource={key} />
      {isAsking ? (
        <ActForm
          act="resources.openFeed"
          draft=""
          initial={{}}
          input={({ label }: { label: string }) => ({ ...key, label })}
          submit="开通一个地址"
          done={({ path }) => {
            setAddress(`${location.origin}${path}`)
            setAsking(false)
          }}
          cancel={() => setAsking(false)}
        >
          <Form.Item
            name="label"
            label="给谁用"
            rules={[{ required: true, message: '写明给谁用' }]}
          >
            <Input maxLength={100} placeholder="党校前台的日历" />
          </Form.Item>
        </ActForm>
      ) : (
        <Button onClick={() => setAsking(true)}>开通一个地址</Button>
      )}
    </>
  )
}

function FeedList({ resource: key }: { resource: Pick<Resource, 'unitId' | 'resourceId'> }) {
  const answer = useAnswer('resources.feeds', key)
  const { mutate } = useAct('resources.closeFeed')
  return (
    <Answered answer={answer}>
      {({ feeds }) => (
        <ul>
          {feeds.map(({ feedId, label, byName, at }) => (
            <li key={feedId} className={styles.line}>
              <span>
                {label}{' '}
                <small>
                  {byName}，{moment(at)}
                </small>
              </span>
              <Button size="small" onClick={() => mutate({ ...key, feedId })}>
                收回
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
