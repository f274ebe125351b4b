import { lossStages } from '@zhixing/contract/floating-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { today } from '../../members/member/today.ts'
import details from '../../../ui/Details.module.css'
import styles from '../Floating.module.css'
import { Fact } from '../Parts.tsx'
import { DayItem, TextItem } from '../fields.tsx'

type Key = { unitId: string; memberId: string }

/** The clock of one member and everything that was tried. */
export function SearchPanel({ open }: { open: string | undefined }) {
  const change = useSearchChange()
  const [unitId = '', memberId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel
      title="失联查找"
      open={open !== undefined}
      onClose={() => change({ open: undefined })}
    >
      {open ? <Searches key={open} unitId={unitId} memberId={memberId} /> : null}
    </DetailPanel>
  )
}

function Searches(key: Key) {
  const may = useMay()
  const [doing, setDoing] = useState<'look' | 'find'>()
  const close = () => setDoing(undefined)
  const answer = useAnswer('floating.search', key)
  return (
    <Answered answer={answer}>
      {({ name, loss, searches }) => (
        <>
          <h2>{name}</h2>
          {loss ? (
            <dl className={styles.facts}>
              <Fact word={lossStages[loss.stage]} value={loss.because} />
              <Fact word="依据" value={loss.clause} />
              <Fact word="下一阶段" value={loss.nextOn ?? ''} />
            </dl>
          ) : (
            <p>已联系上，失联时钟已停。</p>
          )}
          {loss && may('floating.keep') && doing === undefined ? (
            <p className={styles.acts}>
              <Button type="primary" onClick={() => setDoing('look')}>
                记一次查找
              </Button>
              <Button onClick={() => setDoing('find')}>已联系上</Button>
            </p>
          ) : null}
          {doing === 'look' ? <Look {...key} close={close} /> : null}
          {doing === 'find' ? <Find {...key} close={close} /> : null}
          <h3 className={details.title}>查找记录</h3>
          {searches.length === 0 ? <p>还没有查找记录。</p> : null}
          <ul className={details.log}>
            {searches.map(({ on, asked, result, byName }, at) => (
              <li key={`${on}${String(at)}`}>
                {on} {asked}：{result}
                <small>{byName}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  )
}

type FormProps = Key & { close: () => void }

function Look({ unitId, memberId, close }: FormProps) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="floating.look"
      draft={`look:${memberId}`}
      initial={{ on: today() }}
      input={(values: { on: string; asked: string; result: string }) => ({
        unitId,
        memberId,
        formId,
        ...values,
      })}
      submit="记下"
      done={close}
      cancel={close}
    >
      <DayItem name="on" label="日期" />
      <TextItem name="asked" label="向谁、用什么办法" required />
      <TextItem name="result" label="结果" required />
    </ActForm>
  )
}

function Find({ unitId, memberId, close }: FormProps) {
  return (
    <ActForm
      act="floating.find"
      draft={`find:${memberId}`}
      initial={{ on: today() }}
      input={(values: { on: string; how: string }) => ({ unitId, memberId, ...values })}
      submit="时钟停止"
      done={close}
      cancel={close}
    >
      <DayItem name="on" label="联系上的日期" />
      <TextItem name="how" label="怎样联系上的" required />
    </ActForm>
  )
}
