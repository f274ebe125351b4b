import type { Answer, EntryOf, Output } from '@zhixing/contract'
import { returnStates } from '@zhixing/contract/campaign-words.ts'
import { dayOf } from '@zhixing/kit/format/clock.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { App, Form, Input } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import details from '../../ui/Details.module.css'
import styles from './Campaigns.module.css'

type Key = { campaignId: string; organizationId: string; returnFormId: string }
type Shown = Output<EntryOf<'campaigns.return'>>
type Props = Omit<Key, 'returnFormId'> & { returnFormId: string | undefined; close: () => void }

/** One organization's return: filled in, corrected with a reason, sent back by those above. */
export function ReturnPanel({ returnFormId, close, ...at }: Props) {
  return (
    <DetailPanel title="回执" open={returnFormId !== undefined} onClose={close}>
      {returnFormId ? <One key={returnFormId} at={{ ...at, returnFormId }} close={close} /> : null}
    </DetailPanel>
  )
}

function One({ at, close }: { at: Key; close: () => void }) {
  const answer = useAnswer('campaigns.return', at)
  return (
    <Answered answer={answer}>
      {(shown) => (
        <div className={styles.part}>
          <h2>{shown.form.title}</h2>
          <p>
            {shown.organizationName}，{shown.dueOn} 前报送：{returnStates[shown.state]}
            {shown.at ? `（${dayOf(shown.at)} ${shown.byName}）` : ''}
          </p>
          {shown.sentBack ? <p className={details.late}>退回更正：{shown.sentBack}</p> : null}
          {shown.earlier.map((one) => (
            <small key={one.at}>
              {dayOf(one.at)} {one.byName} 报送，后更正：{one.reason}
            </small>
          ))}
          {shown.mayGive ? (
            <Filling key={shown.version} at={at} shown={shown} close={close} />
          ) : (
            <Said shown={shown} />
          )}
          {shown.maySendBack && shown.returnId ? (
            <ActForm
              act="campaigns.sendBack"
              draft=""
              initial={{}}
              input={({ reason }: { reason: string }) => ({
                unitId: shown.unitId,
                returnId: shown.returnId ?? '',
                version: shown.version,
                reason,
              })}
              submit="退回更正"
              done={close}
            >
              <Form.Item name="reason" label="为什么退回" rules={needed('写明原因')}>
                <Input maxLength={200} />
              </Form.Item>
            </ActForm>
          ) : null}
        </div>
      )}
    </Answered>
  )
}

function Filling({ at, shown, close }: { at: Key; shown: Shown; close: () => void }) {
  const { message } = App.useApp()
  const { mutateAsync } = useAct('campaigns.give')
  const [reason, setReason] = useState('')
  const { version, returnId, sentBack } = shown
  const isCorrection = returnId !== null && sentBack === ''
  return (
    <FormFiller
      definition={shown.form}
      initial={shown.answers}
      draft={`return:${at.returnFormId}:${at.organizationId}:${String(version)}`}
      submit={returnId ? '更正并报送' : '报送'}
      send={async (answers) => {
        await mutateAsync({ ...at, version, answers, reason })
        void message.success('已报送')
        close()
      }}
    >
      {isCorrection ? (
        <Input
          aria-label="为什么更正"
          placeholder="为什么更正（必写）"
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      ) : null}
    </FormFiller>
  )
}

function Said({ shown: { form, answers } }: { shown: Shown }) {
  return (
    <ul>
      {form.questions.map(({ id, title, options }) => {
        const text = saidText(answers[id])
        return (
          <li key={id}>
            {title}
            <small>{options.find((one) => one.id === text)?.text ?? text}</small>
          </li>
        )
      })}
    </ul>
  )
}

function saidText(said: Answer | undefined): string {
  if (said === undefined) return '没有填'
  if (Array.isArray(said)) return said.join('、')
  return typeof said === 'object' ? Object.values(said).join('、') : String(said)
}
