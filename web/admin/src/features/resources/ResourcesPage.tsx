import type { EntryOf, Output } from '@zhixing/contract'
import { lecturerOrigins, resourceKinds } from '@zhixing/contract/resource-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { FoundForm } from './form/FoundForm.tsx'
import { ResourceBar } from './ResourceBar.tsx'
import { ResourceList } from './ResourceList.tsx'
import { ResourceView } from './ResourceView.tsx'
import { typeWord } from './words.ts'

type Shown = Output<EntryOf<'resources.list'>>
type Kind = keyof typeof resourceKinds

const size = 50

/** What an organization has and may order: lecturers, rooms, bases, kit. */
export function ResourcesPage() {
  const { organizationId } = useOrganization()
  const { red = false, page = 1, open, ...search } = useSearch({ from: '/shell/resources' })
  const change = useSearchChange()
  const [isNew, setNew] = useState(false)
  const asked = { ...search, organizationId, onlyRed: red, page, size }
  const answer = useAnswer('resources.list', asked)
  const [unitId, resourceId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} add={() => setNew(true)} />
            <ResourceBar />
            <Choices shown={shown} />
            <ResourceList shown={shown} page={page} size={size} />
            <DetailPanel
              title={shown.rows.find((row) => row.resourceId === resourceId)?.name ?? '资源'}
              open={resourceId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && resourceId ? (
                <ResourceView key={resourceId} unitId={unitId} resourceId={resourceId} />
              ) : null}
            </DetailPanel>
            <DetailPanel title="登记资源" open={isNew} onClose={() => setNew(false)}>
              <FoundForm
                organizationId={organizationId}
                kind={search.kind ?? 'room'}
                done={(key) => {
                  setNew(false)
                  change({ open: `${key.unitId}:${key.resourceId}` })
                }}
              />
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown, add }: { shown: Shown; add: () => void }) {
  const { counts, waiting, mayManage } = shown
  return (
    <Sentence
      note="本组织的、上级的和各单位共享的都在这里；点单由资源所在单位答复，同一时间只会有一家订到。"
      step={
        mayManage ? (
          <Button type="primary" onClick={add}>
            登记资源
          </Button>
        ) : undefined
      }
    >
      可用师资 <Count of={counts.lecturer} /> 名、场所 <Count of={counts.room} /> 处、基地{' '}
      <Count of={counts.base} /> 个
      {waiting > 0 ? (
        <>
          ，有 <Count of={waiting} stress /> 个点单等答复
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Choices({ shown }: { shown: Shown }) {
  const { kind, text } = useSearch({ from: '/shell/resources' })
  const change = useSearchChange()
  const all = Object.values(shown.counts).reduce((sum, count) => sum + count, 0)
  const choices = keysOf(resourceKinds).map((key) => ({
    key,
    word: resourceKinds[key],
    count: shown.counts[key],
  }))
  return (
    <Filters
      choices={
        <FilterChoices<Kind>
          choices={[{ key: undefined, word: '全部', count: all }, ...choices]}
          chosen={kind}
          choose={(key) =>
            change({ kind: key, type: undefined, origin: undefined, page: undefined })
          }
        />
      }
    >
      <Refinements shown={shown} />
      <SearchText label="查找" placeholder="名称、特色、荣誉" text={text} />
    </Filters>
  )
}

function Refinements({ shown }: { shown: Shown }) {
  const { kind, type, origin, from, red = false } = useSearch({ from: '/shell/resources' })
  const change = useSearchChange()
  return (
    <>
      <Select
        aria-label="类型"
        allowClear
        placeholder="类型"
        style={{ width: '11rem' }}
        value={type ?? null}
        onChange={(value) => change({ type: value ?? undefined, page: undefined })}
        options={shown.types.map((one) => ({
          value: one.type,
          label: `${typeWord(one.type)} ${one.count}`,
        }))}
      />
      {kind === 'lecturer' ? (
        <Select
          aria-label="来源"
          allowClear
          placeholder="来源"
          style={{ width: '8rem' }}
          value={origin ?? null}
          onChange={(value) => change({ origin: value ?? undefined, page: undefined })}
          options={choicesOf(lecturerOrigins)}
        />
      ) : null}
      <Select
        aria-label="谁的"
        style={{ width: '7rem' }}
        value={from ?? 'all'}
        onChange={(value) => change({ from: value === 'all' ? undefined : value, page: undefined })}
        options={[
          { value: 'all', label: '全部' },
          { value: 'own', label: '本组织的' },
          { value: 'shared', label: '别处的' },
        ]}
      />
      <Checkbox
        checked={red}
        onChange={({ target }) => change({ red: target.checked || undefined, page: undefined })}
      >
        红色资源
      </Checkbox>
    </>
  )
}
