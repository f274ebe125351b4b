import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'

const size = 200

/** Who is in a watched group, those who have not reached the target first. */
export function WatchPanel({ open }: { open: string | undefined }) {
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const [unitId = '', watchId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="重点群体" open={open !== undefined} onClose={close}>
      {open ? <People key={open} unitId={unitId} watchId={watchId} gone={close} /> : null}
    </DetailPanel>
  )
}

type Props = { unitId: string; watchId: string; gone: () => void }

function People({ unitId, watchId, gone }: Props) {
  const { organizationId } = useOrganization()
  const may = useMay()
  const answer = useAnswer('audience.watch', { unitId, watchId, organizationId, size })
  const { mutate, isPending, error } = useAct('audience.endWatch')
  return (
    <Answered answer={answer}>
      {({ watch, rows, total }) => (
        <>
          <h2>{watch.name}</h2>
          <p>
            {watch.organizationName}定的目标：{watch.year} 年 {hours(watch.targetMinutes)} 学时，
            {watch.targetShare}% 达到；现在 {watch.people} 人中 {watch.reached} 人达到。
          </p>
          <PlainTable
            columns={['姓名', '党支部', '学时', '达到']}
            rows={rows.map(({ name, organizationName, minutes, isReached }) => [
              name,
              organizationName,
              hours(minutes),
              isReached ? '是' : '否',
            ])}
            total={total}
          />
          <p className={details.problem} role="alert">
            {error?.message}
          </p>
          {may('audience.save') ? (
            <Button
              loading={isPending}
              onClick={() => mutate({ unitId, watchId }, { onSuccess: gone })}
            >
              不再盯住
            </Button>
          ) : null}
        </>
      )}
    </Answered>
  )
}
