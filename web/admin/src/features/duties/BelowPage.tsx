import type { EntryOf, Output } from '@zhixing/contract'
import { dutyLevels } from '@zhixing/contract/duty-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { BelowOrganizations, Strip } from './BelowOrganizations.tsx'
import { BelowItems } from './BelowItems.tsx'
import { DutyBar } from './DutyBar.tsx'
import styles from './Duties.module.css'

type Shown = Output<EntryOf<'duties.below'>>

/** Three levels at one look; each number opens to its duties, each organization to those below it. */
export function BelowPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/duties/below' })
  const answer = useAnswer('duties.below', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <DutyBar year={year} />
            <Levels shown={shown} />
            {shown.rows.length > 0 ? <BelowOrganizations rows={shown.rows} /> : null}
            <BelowItems />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  const sum = (key: 'items' | 'done' | 'overdue' | 'unsigned') =>
    shown.levels.reduce((all, level) => all + level[key], 0)
  const [overdue, unsigned] = [sum('overdue'), sum('unsigned')]
  return (
    <Sentence
      note={`${shown.organizationName}及下级 · ${shown.year} 年度`}
      step={overdue + unsigned > 0 ? <RemindButton shown={shown} /> : null}
    >
      责任 <Count of={sum('items').toLocaleString('zh-CN')} /> 项，完成{' '}
      <Count of={sum('done').toLocaleString('zh-CN')} /> 项，逾期{' '}
      <Count of={overdue.toLocaleString('zh-CN')} stress={overdue > 0} /> 项；
      <Count of={unsigned.toLocaleString('zh-CN')} /> 个岗位未签收。
    </Sentence>
  )
}

function RemindButton({ shown: { year } }: { shown: Shown }) {
  const { organizationId } = useOrganization()
  const may = useMay()
  const { modal, message } = App.useApp()
  const { mutate, isPending } = useAct('duties.remind')
  if (!may('duties.return')) return null
  const ask = () =>
    modal.confirm({
      title: '催办逾期和未签收的？',
      content: '每个岗位的人收到自己逾期和未签收的事项；同一天不重复发。',
      okText: '发出催办',
      cancelText: '不发了',
      onOk: () =>
        mutate(
          { organizationId, year },
          {
            onSuccess: ({ reminded, already, vacant }) =>
              void message.success(
                `已催办 ${reminded} 人，今天已催过 ${already} 人，${vacant} 个岗位空缺`,
              ),
            onError: ({ message: why }) => void message.warning(why),
          },
        ),
    })
  return (
    <Button type="primary" loading={isPending} onClick={ask}>
      一键催办
    </Button>
  )
}

function Levels({ shown }: { shown: Shown }) {
  const { level: chosen } = useSearch({ from: '/shell/duties/below' })
  const change = useSearchChange()
  return (
    <div className={styles.levels}>
      {shown.levels.map(({ level, organizations, items, done, overdue }) => (
        <button
          key={level}
          type="button"
          aria-pressed={level === chosen}
          onClick={() => change({ level: level === chosen ? undefined : level, page: undefined })}
        >
          {dutyLevels[level]} {organizations.toLocaleString('zh-CN')} 个
          <div>
            <b>{items === 0 ? '—' : `${Math.round((done / items) * 100)}%`}</b> 完成
          </div>
          <Strip items={items} done={done} overdue={overdue} />
          <span className={styles.note}>
            {items} 项中完成 {done}，逾期 {overdue}
          </span>
        </button>
      ))}
    </div>
  )
}
