import type { EntryOf, Output } from '@zhixing/contract'
import { resourceKinds } from '@zhixing/contract/resource-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { ResourceView } from './ResourceView.tsx'
import styles from './Resources.module.css'
import { usePlace } from './use-place.ts'

type Shown = Output<EntryOf<'resources.list'>>
const kinds = ['base', 'lecturer', 'room'] as const

/** What the branch can order: a base's menu, a lecturer's course, a room. */
export function ResourcesPage() {
  const { organizationId } = usePlace()
  return (
    <SubPage title="阵地与师资" back="/me">
      {organizationId ? <Catalogue organizationId={organizationId} /> : null}
    </SubPage>
  )
}

function Catalogue({ organizationId }: { organizationId: string }) {
  const { kind = 'base' } = useSearch({ from: '/resources' })
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const answer = useAnswer('resources.list', { organizationId, kind, text, size: 100 })
  return (
    <Answered answer={answer}>
      {(shown) => (
        <>
          <Sentence note="同一时间只会有一家订到；下单以后等对方答复。">
            可点的基地 <Count of={shown.counts.base} /> 个、讲师{' '}
            <Count of={shown.counts.lecturer} /> 名、场所 <Count of={shown.counts.room} /> 处。
          </Sentence>
          <LinkButton to="/resources/orders">我们点的单</LinkButton>
          <div className={styles.kinds} role="group" aria-label="看哪一种">
            {kinds.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={kind === one}
                onClick={() => void navigate({ to: '/resources', search: { kind: one } })}
              >
                {resourceKinds[one]} {shown.counts[one]}
              </button>
            ))}
          </div>
          <input
            className={styles.search}
            type="search"
            aria-label="查找"
            placeholder="名称、特色、荣誉"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Rows shown={shown} organizationId={organizationId} />
        </>
      )}
    </Answered>
  )
}

function Rows({ shown, organizationId }: { shown: Shown; organizationId: string }) {
  const { kind, open } = useSearch({ from: '/resources' })
  const navigate = useNavigate()
  if (shown.rows.length === 0)
    return <Empty title="没有可点的">县里和各单位共享的师资、基地和场所会出现在这里。</Empty>
  const toggle = (resourceId: string) =>
    void navigate({
      to: '/resources',
      search: { ...(kind ? { kind } : {}), ...(open === resourceId ? {} : { open: resourceId }) },
      resetScroll: false,
    })
  return shown.rows.map((row) => (
    <div key={row.resourceId} className={rows.row}>
      <h2>{row.name}</h2>
      <p>
        {row.feature} {row.organizationName}
      </p>
      {row.honours[0] ? <p className={styles.honour}>{row.honours[0].title}</p> : null}
      <small>
        {row.items > 0 ? `可点 ${row.items} 项 · ` : ''}近一年 {row.used} 次
        {row.score === null ? '' : ` · ${row.score} 分`}
      </small>
      <p>
        <button
          type="button"
          className={styles.open}
          aria-expanded={open === row.resourceId}
          onClick={() => toggle(row.resourceId)}
        >
          {open === row.resourceId ? '收起' : '看菜单、点单'}
        </button>
      </p>
      {open === row.resourceId ? (
        <ResourceView
          unitId={row.unitId}
          resourceId={row.resourceId}
          organizationId={organizationId}
        />
      ) : null}
    </div>
  ))
}
