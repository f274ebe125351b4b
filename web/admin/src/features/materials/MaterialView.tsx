import type { EntryOf, Output } from '@zhixing/contract'
import { titleKinds } from '@zhixing/contract/material-words.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import details from '../../ui/Details.module.css'
import styles from '../resources/Resources.module.css'
import { yuan } from './fields.tsx'
import { IssueForm, LoseForm, OrderForm, ViewingForm } from './StockForms.tsx'
import { Ledger } from './Ledger.tsx'
import { MemberHoldings } from './MemberHoldings.tsx'
import { TitleForm } from './TitleForm.tsx'

export type Title = Output<EntryOf<'materials.show'>>
type Step = 'edit' | 'order' | 'issue' | 'lose' | 'viewing'

/** One title, where its copies are, and what can be done with them. */
export function MaterialView({ unitId, titleId }: { unitId: string; titleId: string }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('materials.show', { unitId, titleId, organizationId })
  return <Answered answer={answer}>{(title) => <View title={title} />}</Answered>
}

function View({ title }: { title: Title }) {
  const [step, setStep] = useState<Step>()
  const done = () => setStep(undefined)
  return (
    <div className={styles.panel}>
      <Facts title={title} />
      {step ? null : <Steps title={title} take={setStep} />}
      {step === 'edit' ? <TitleForm title={title} done={done} cancel={done} /> : null}
      {step === 'order' ? <OrderForm title={title} done={done} /> : null}
      {step === 'issue' ? <IssueForm title={title} done={done} /> : null}
      {step === 'lose' ? <LoseForm title={title} done={done} /> : null}
      {step === 'viewing' ? <ViewingForm title={title} done={done} /> : null}
      <Copy title={title} />
      <Shelves title={title} />
      <MemberHoldings title={title} />
      {title.kind === 'disc' ? <Viewed title={title} /> : null}
    </div>
  )
}

function Facts({ title }: { title: Title }) {
  const { kind, author, publisher, year, code, priceCents, minutes, modelName } = title
  const told = [
    titleKinds[kind],
    author,
    publisher,
    year ? `${String(year)} 年` : '',
    code,
    priceCents > 0 ? yuan(priceCents) : '',
    minutes ? `片长 ${String(minutes)} 分钟` : '',
    modelName ? `讲${modelName}的事迹` : '',
    title.retiredOn ? `${title.retiredOn} 起不再订购` : '',
  ]
  return (
    <>
      <p>{told.filter(Boolean).join(' · ')}</p>
      {title.summary ? <p>{title.summary}</p> : null}
      <p>
        本组织库存 <b>{title.here}</b> 册，含下级 {title.below} 册，在党员手里 {title.held} 册
        {title.onOrder > 0 ? `，在订 ${String(title.onOrder)} 册` : ''}。
      </p>
    </>
  )
}

function Steps({ title, take }: { title: Title; take: (step: Step) => void }) {
  const may = useMay()
  const retire = useAct('materials.retireTitle')
  const { unitId, titleId, version, mayKeep, retiredOn } = title
  const isKeeper = may('materials.keep')
  return (
    <div className={details.acts}>
      {isKeeper && title.here > 0 ? (
        <Button type="primary" onClick={() => take('issue')}>
          发放
        </Button>
      ) : null}
      {isKeeper && !retiredOn ? <Button onClick={() => take('order')}>订购</Button> : null}
      {title.kind === 'disc' && may('materials.receive') ? (
        <Button onClick={() => take('viewing')}>登记观看</Button>
      ) : null}
      {isKeeper && title.here > 0 ? <Button onClick={() => take('lose')}>遗失损毁</Button> : null}
      {mayKeep ? <Button onClick={() => take('edit')}>修改资料</Button> : null}
      {mayKeep && !retiredOn ? (
        <Button
          type="link"
          loading={retire.isPending}
          onClick={() => retire.mutate({ unitId, titleId, version })}
        >
          不再订购
        </Button>
      ) : null}
    </div>
  )
}

function Copy({ title }: { title: Title }) {
  const { unitId, titleId, files, mayKeep } = title
  const key = { unitId, titleId }
  const add = useAct('materials.addFile')
  const remove = useAct('materials.removeFile')
  if (files.length === 0 && !mayKeep) return null
  return (
    <>
      <h3>电子版</h3>
      <ul>
        {files.map((file) => (
          <li key={file.fileId} className={styles.line}>
            <a href={fileAddress(file)}>{file.name}</a>
            {mayKeep ? (
              <Button
                size="small"
                type="link"
                onClick={() => remove.mutate({ ...key, fileId: file.fileId })}
              >
                撤下
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayKeep ? (
        <FileUpload
          purpose="document"
          accept=".pdf,.docx,.pptx,.jpg,.png,.mp4"
          label="放上电子版"
          done={({ fileId }) => add.mutate({ ...key, fileId })}
        />
      ) : null}
    </>
  )
}

function Shelves({ title }: { title: Title }) {
  const [open, setOpen] = useState<string>()
  const { shelves } = title
  return (
    <>
      <h3>各处库存</h3>
      {shelves.length === 0 ? <p className={styles.faint}>哪里都没有库存。</p> : null}
      <ul>
        {shelves.map(({ holderId, organizationName, copies }) => (
          <li key={holderId}>
            <div className={styles.line}>
              <span>{organizationName}</span>
              <Button
                size="small"
                type="link"
                aria-expanded={open === holderId}
                onClick={() => setOpen(open === holderId ? undefined : holderId)}
              >
                {copies} 册，怎么来的
              </Button>
            </div>
            {open === holderId ? <Ledger title={title} holderId={holderId} /> : null}
          </li>
        ))}
      </ul>
      <Button size="small" type="link" onClick={() => setOpen(open === 'all' ? undefined : 'all')}>
        全部进出
      </Button>
      {open === 'all' ? <Ledger title={title} /> : null}
    </>
  )
}

function Viewed({ title }: { title: Title }) {
  return (
    <>
      <h3>观看记录</h3>
      {title.viewed.length === 0 ? <p className={styles.faint}>还没有支部登记观看。</p> : null}
      <ul>
        {title.viewed.map(({ viewingId, on, organizationName, attendance, note }) => (
          <li key={viewingId}>
            {organizationName}{' '}
            <small>
              {on}，{attendance} 人{note ? `，${note}` : ''}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
