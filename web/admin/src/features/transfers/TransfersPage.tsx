import type { EntryOf, Output } from '@zhixing/contract'
import { transferLists } from '@zhixing/contract/transfer-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { InForm } from './InForm.tsx'
import { OutForm } from './OutForm.tsx'
import styles from './Transfers.module.css'
import { transferColumns } from './columns.tsx'

type Shown = Output<EntryOf<'transfers.list'>>
type List = keyof typeof transferLists

const size = 50

/** Every relationship that is on its way from here or to here. */
export function TransfersPage() {
  const { organizationId } = useOrganization()
  const { show = 'open', text = '', page = 1, doing, who } = useSearch({ from: '/shell/transfers' })
  const change = useSearchChange()
  const may = useMay()
  const answer = useAnswer('transfers.list', { organizationId, show, text, page, size })
  const close = () => change({ doing: undefined, who: undefined })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline counts={shown.counts} />
            {may('transfers.keep') ? (
              <div className={styles.bar}>
                <Button type="primary" onClick={() => change({ doing: 'out' })}>
                  办理转出
                </Button>
                <Button onClick={() => change({ doing: 'in' })}>登记转入介绍信</Button>
              </div>
            ) : null}
            <Listed shown={shown} show={show} text={text} page={page} />
          </>
        )}
      </Answered>
      <DetailPanel
        title={doing === 'in' ? '登记转入介绍信' : '办理转出'}
        open={doing !== undefined}
        onClose={close}
      >
        {doing === 'out' ? <OutForm who={who} close={close} /> : null}
        {doing === 'in' ? <InForm close={close} /> : null}
      </DetailPanel>
    </Page>
  )
}

function Headline({ counts: { open, outNotReceived, incoming, pocket } }: Pick<Shown, 'counts'>) {
  if (open + pocket === 0)
    return (
      <Sentence note="转出、转入和介绍信都在这里办；两边看到的是同一份">
        没有在办的组织关系转接。
      </Sentence>
    )
  return (
    <Sentence note="介绍信开出后，到对方接收以前，党员仍由转出方管理">
      在办 <Count of={open} /> 件：转出未接收 <Count of={outNotReceived} /> 人，等待转入{' '}
      <Count of={incoming} /> 人
      {pocket > 0 ? (
        <>
          ，口袋党员 <Count of={pocket} stress /> 人
        </>
      ) : (
        '，没有口袋党员'
      )}
      。
    </Sentence>
  )
}

type Props = { shown: Shown; show: List; text: string; page: number }

function Listed({ shown: { rows, total, counts }, show, text, page }: Props) {
  const change = useSearchChange()
  return (
    <>
      <Filters
        choices={
          <FilterChoices<List>
            choices={keysOf(transferLists).map((key) => ({
              key,
              word: transferLists[key],
              count: counts[key],
            }))}
            chosen={show}
            choose={(key) => change({ show: key, page: undefined })}
          />
        }
      >
        <SearchText label="按姓名、党组织找" placeholder="姓名、党组织、编号" text={text} />
      </Filters>
      {total === 0 ? (
        <Empty
          title={text === '' ? emptyTitles[show] : '没有这样的转接'}
          example="周某，东支部 → 西支部，〔2026〕12号，还有 18 天。"
        >
          党员在手机上申请，或由支部办理；从平台外来的，登记介绍信。
        </Empty>
      ) : (
        <>
          <DataList
            label="组织关系转接"
            columns={transferColumns}
            rows={rows}
            keyOf={({ transferId }) => transferId}
          />
          <Pager page={page} size={size} total={total} />
        </>
      )}
    </>
  )
}

const emptyTitles: Readonly<Record<List, string>> = {
  open: '没有在办的转接',
  pocket: '没有口袋党员',
  received: '还没有办成的转接',
  closed: '没有退回、过期或撤回的转接',
}
