import { equipmentKinds, equipmentStates, siteTypes } from '@zhixing/contract/site-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import styles from '../resources/Resources.module.css'
import { RecordForm } from './RecordForm.tsx'
import { AssignForm, EquipmentForm } from './SiteForms.tsx'
import type { Site } from './SiteForms.tsx'
import { monthWord } from './words.ts'

type Step =
  | { name: 'assign' }
  | { name: 'equipment'; id?: string }
  | { name: 'record'; month: string }

/** One site: who keeps it, with what, and what it was used for. */
export function SiteView(key: { unitId: string; siteId: string }) {
  const answer = useAnswer('sites.show', key)
  return <Answered answer={answer}>{(site) => <View site={site} />}</Answered>
}

function View({ site }: { site: Site }) {
  const [step, setStep] = useState<Step>()
  const done = () => setStep(undefined)
  const { name, type, organizationName, address, managerName, trouble, isIdle } = site
  return (
    <div className={styles.panel}>
      <h2>{name}</h2>
      <p>
        {[siteTypes[type], organizationName, address, `管理员：${managerName ?? '没有'}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {trouble ? <p className={styles.hint}>{trouble}</p> : null}
      {isIdle ? <p className={styles.hint}>近几个月没有活动，也没有播放，算闲置。</p> : null}
      <div className={details.acts}>
        {site.mayRecord && site.owes[0] ? (
          <Button
            type="primary"
            onClick={() => setStep({ name: 'record', month: site.owes[0] ?? '' })}
          >
            交{monthWord(site.owes[0])}的记录
          </Button>
        ) : null}
        {site.mayKeep ? (
          <Button onClick={() => setStep({ name: 'assign' })}>管理员、停用</Button>
        ) : null}
        <Link to="/resources" search={{ open: `${site.unitId}:${site.siteId}` }}>
          点单和日历
        </Link>
      </div>
      {step?.name === 'assign' ? <AssignForm site={site} done={done} /> : null}
      {step?.name === 'record' ? (
        <RecordForm
          key={step.month}
          unitId={site.unitId}
          siteId={site.siteId}
          month={step.month}
          done={done}
        />
      ) : null}
      <Equipment site={site} step={step} setStep={setStep} />
      <Records site={site} tell={(month) => setStep({ name: 'record', month })} />
    </div>
  )
}

type EquipmentProps = { site: Site; step: Step | undefined; setStep: (step?: Step) => void }

function Equipment({ site, step, setStep }: EquipmentProps) {
  const { equipment, valueCents, mayKeep } = site
  const edited = step?.name === 'equipment' ? (step.id ?? 'new') : undefined
  return (
    <>
      <h3>设备</h3>
      {equipment.length === 0 ? <p className={styles.faint}>还没有登记设备。</p> : null}
      <ul>
        {equipment.map((piece) => (
          <li key={piece.equipmentId}>
            <div className={styles.line}>
              <span>
                {equipmentKinds[piece.kind]}
                {piece.name ? `（${piece.name}）` : ''} {piece.count} 台
              </span>
              {mayKeep ? (
                <Button
                  size="small"
                  type="link"
                  onClick={() => setStep({ name: 'equipment', id: piece.equipmentId })}
                >
                  修改
                </Button>
              ) : null}
            </div>
            <small>
              {equipmentStates[piece.state]}，{piece.boughtOn} 购置，用了 {piece.age} 年
              {piece.isOld ? '，该更新了' : ''}
            </small>
            {edited === piece.equipmentId ? (
              <EquipmentForm site={site} piece={piece} done={() => setStep()} />
            ) : null}
          </li>
        ))}
      </ul>
      {equipment.length > 0 ? (
        <p className={styles.faint}>合计 {(valueCents / 100).toLocaleString('zh-CN')} 元。</p>
      ) : null}
      {mayKeep && edited === undefined ? (
        <Button onClick={() => setStep({ name: 'equipment' })}>登记设备</Button>
      ) : null}
      {edited === 'new' ? <EquipmentForm site={site} done={() => setStep()} /> : null}
    </>
  )
}

function Records({ site, tell }: { site: Site; tell: (month: string) => void }) {
  return (
    <>
      <h3>每月使用记录</h3>
      {site.owes.length > 0 ? (
        <p className={styles.hint}>还没有交：{site.owes.map(monthWord).join('、')}</p>
      ) : null}
      <ul>
        {site.records.map((one) => (
          <li key={one.month}>
            <div className={styles.line}>
              <span>
                {monthWord(one.month)}：活动 {one.sessions} 场，播放 {one.playbacks} 次，
                {one.attendance} 人次
              </span>
              {site.mayRecord ? (
                <Button size="small" type="link" onClick={() => tell(one.month)}>
                  更正
                </Button>
              ) : null}
            </div>
            <small>
              开放 {hours(one.minutesOpen)} 小时
              {one.faults ? `，故障：${one.faults}` : ''}，{one.reportedOn} {one.byName}交
              {one.isLate ? '（逾期）' : ''}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
