import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox, Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { ResourceBar } from '../ResourceBar.tsx'
import { typeWord } from '../words.ts'
import { DrawnMap } from './DrawnMap.tsx'
import { PointList } from './PointList.tsx'
import { RouteList } from './RouteList.tsx'
import styles from './Map.module.css'

type Shown = Output<EntryOf<'resources.network'>>

const size = 200

/** Bases and red resources where they lie, drawn by ourselves, and the way between those that are chosen. */
export function MapPage() {
  const { organizationId } = useOrganization()
  const { type, red = false, stops = '', page = 1 } = useSearch({ from: '/shell/resources/map' })
  const change = useSearchChange()
  const asked = { organizationId, onlyRed: red, page, size, ...(type ? { type } : {}) }
  const answer = useAnswer('resources.network', asked)
  const chosen = stops.split(',').filter(Boolean)
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
    change({ stops: next.join(',') })
  }
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} red={red} />
            <ResourceBar>
              <Select
                aria-label="类型"
                allowClear
                placeholder="类型"
                style={{ width: '12rem' }}
                value={type ?? null}
                onChange={(value) => change({ type: value ?? undefined, page: undefined })}
                options={shown.types.map((one) => ({
                  value: one.type,
                  label: `${typeWord(one.type)} ${one.count}`,
                }))}
              />
              <Checkbox
                checked={red}
                onChange={({ target }) =>
                  change({ red: target.checked || undefined, page: undefined })
                }
              >
                只看红色资源
              </Checkbox>
            </ResourceBar>
            {shown.total === 0 ? (
              <Empty title="图上还没有点">登记基地时填上北纬东经，就会出现在图上。</Empty>
            ) : (
              <>
                <div className={styles.columns}>
                  <DrawnMap points={shown.rows} chosen={chosen} />
                  <PointList points={shown.rows} chosen={chosen} toggle={toggle} />
                </div>
                {shown.total > size ? <Pager page={page} size={size} total={shown.total} /> : null}
              </>
            )}
            {chosen.length > 1 ? <RouteList stops={chosen} /> : null}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown, red }: { shown: Shown; red: boolean }) {
  return (
    <Sentence
      note={`勾选两处以上即排出路线，从先勾的一处出发，按直线距离。${shown.unplaced > 0 ? `另有 ${shown.unplaced} 处没有登记坐标。` : ''}`}
    >
      图上有 <Count of={shown.total} /> 处{red ? '红色资源' : '基地'}，近一年用过{' '}
      <Count of={shown.used} /> 次。
    </Sentence>
  )
}
