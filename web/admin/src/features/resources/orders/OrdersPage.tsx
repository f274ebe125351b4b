import type { EntryOf, Output } from '@zhixing/contract'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { Page } from '../../../ui/Page.tsx'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { ResourceBar } from '../ResourceBar.tsx'
import { OrderList } from './OrderList.tsx'
import { OrderView } from './OrderView.tsx'

type Shown = Output<EntryOf<'resources.orders'>>
type State = keyof typeof bookingStates

const size = 50

/** Who ordered what of us, and what we ordered of others; what waits for somebody comes first. */
export function OrdersPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/resources/orders' })
  const { state, page = 1, open } = search
  const side = search.side ?? ('ours' as const)
  const change = useSearchChange()
  const asked = { organizationId, side, page, size, ...(state ? { state } : {}) }
  const answer = useAnswer('resources.orders', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const chosen = shown.rows.find(({ bookingId }) => bookingId === open)
          return (
            <>
              <Headline shown={shown} side={side} />
              <Choices shown={shown} />
              <OrderList shown={shown} page={page} size={size} />
              <DetailPanel
                title={chosen?.resourceName ?? '点单'}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? (
                  <OrderView key={`${chosen.bookingId}:${chosen.version}`} order={chosen} />
                ) : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Choices({ shown }: { shown: Shown }) {
  const { side = 'ours', state } = useSearch({ from: '/shell/resources/orders' })
  const change = useSearchChange()
  return (
    <>
      <ResourceBar>
        <Select
          aria-label="谁点的"
          value={side}
          onChange={(value) =>
            change({
              side: value === 'ours' ? undefined : value,
              state: undefined,
              page: undefined,
            })
          }
          options={[
            { value: 'ours', label: '别人点我们的' },
            { value: 'theirs', label: '我们点的' },
          ]}
        />
      </ResourceBar>
      <FilterChoices<State>
        choices={[
          { key: undefined, word: '全部', count: sumOf(shown) },
          ...keysOf(bookingStates)
            .filter((key) => key !== 'blocked')
            .map((key) => ({
              key,
              word: bookingStates[key],
              count: shown.counts[key],
            })),
        ]}
        chosen={state}
        choose={(key) => change({ state: key, page: undefined })}
      />
    </>
  )
}

function sumOf({ counts }: Shown): number {
  return Object.values(counts).reduce((all, one) => all + one, 0)
}

function Headline({ shown, side }: { shown: Shown; side: 'ours' | 'theirs' }) {
  const { ordered, approved, checkedIn } = shown.counts
  if (side === 'ours')
    return (
      <Sentence note="一家下单，时间就为它保留；过期没有答复，时间自动释放。">
        {ordered === 0 ? (
          '没有等您答复的点单。'
        ) : (
          <>
            <Count of={ordered} stress /> 个点单等您答复。
          </>
        )}
      </Sentence>
    )
  return (
    <Sentence note="同意以后请确认前往和人数；到场签到，用后评价。">
      等对方答复 <Count of={ordered} /> 个，等我们确认 <Count of={approved} stress={approved > 0} />{' '}
      个，等评价 <Count of={checkedIn} /> 个。
    </Sentence>
  )
}
