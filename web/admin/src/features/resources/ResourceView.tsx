import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Facts } from './Facts.tsx'
import { Feeds } from './Feeds.tsx'
import { BlockForm } from './form/BlockForm.tsx'
import { ChangeForm } from './form/ChangeForm.tsx'
import { OrderForm } from './form/OrderForm.tsx'
import { RetireForm } from './form/RetireForm.tsx'
import { Menu } from './Menu.tsx'
import details from '../../ui/Details.module.css'
import styles from './Resources.module.css'
import { houseTypes } from './words.ts'

export type Resource = Output<EntryOf<'resources.show'>>

type Doing = 'order' | 'change' | 'block' | 'retire' | undefined

/** All of one resource, and what the reader may do with it. */
export function ResourceView({ unitId, resourceId }: { unitId: string; resourceId: string }) {
  const answer = useAnswer('resources.show', { unitId, resourceId })
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <Answered answer={answer}>
      {(resource) => (
        <div className={styles.panel}>
          <Facts resource={resource} />
          {resource.hints.map(({ sentence, clause }) => (
            <p key={sentence} className={styles.hint}>
              {sentence}
              <small>（{clause}）</small>
            </p>
          ))}
          {resource.retiredOn ? null : <Actions resource={resource} choose={setDoing} />}
          {doing === 'order' ? <OrderForm resource={resource} done={close} /> : null}
          {doing === 'change' ? <ChangeForm resource={resource} done={close} /> : null}
          {doing === 'block' ? <BlockForm resource={resource} done={close} /> : null}
          {doing === 'retire' ? <RetireForm resource={resource} done={close} /> : null}
          <Menu resource={resource} />
          <Reviews resource={resource} />
          {resource.mayManage && !resource.retiredOn ? <Feeds resource={resource} /> : null}
        </div>
      )}
    </Answered>
  )
}

function Actions({ resource, choose }: { resource: Resource; choose: (doing: Doing) => void }) {
  const may = useMay()
  const { resourceId, unitId, type, mayManage } = resource
  return (
    <div className={details.acts}>
      {may('resources.order') ? <Button onClick={() => choose('order')}>点单</Button> : null}
      <LinkButton to={`/resources/calendar?resource=${resourceId}`}>看日历</LinkButton>
      {houseTypes.includes(type) ? (
        <LinkButton to={`/resources/house?open=${unitId}:${resourceId}`}>打开主页</LinkButton>
      ) : null}
      {mayManage ? (
        <>
          <Button onClick={() => choose('change')}>修改</Button>
          <Button onClick={() => choose('block')}>停用一段时间</Button>
          <Button onClick={() => choose('retire')}>不再使用</Button>
        </>
      ) : null}
    </div>
  )
}

function Reviews({ resource: { reviews, score } }: { resource: Resource }) {
  return (
    <>
      <h3>评价{score === null ? '' : ` ${score} 分`}</h3>
      {reviews.length === 0 ? <p className={styles.faint}>还没有人评价。</p> : null}
      <ul>
        {reviews.map(({ score: given, comment, forName, day }) => (
          <li key={`${day}${forName}${comment}`}>
            {given} 分 {comment}
            <small>
              {' '}
              {forName}，{day}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
