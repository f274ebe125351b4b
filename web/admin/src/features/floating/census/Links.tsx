import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import type { Census } from './CensusPage.tsx'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import styles from '../Floating.module.css'

/** A link for each who has not been confirmed, to be sent to them; they answer without signing in. */
export function Links({ census }: { census: Census }) {
  const { unitId, censusId, rows } = census
  const { mutate, data, isPending, error, reset } = useAct('floatingWork.drawLinks')
  const open = rows.filter(({ answer }) => answer === null)
  const [first] = open
  if (!first) return null
  const ours = open.filter((row) => row.unitId === first.unitId)
  const memberIds = ours.map(({ memberId }) => memberId)
  const draw = () => mutate({ unitId, censusId, memberUnitId: first.unitId, memberIds })
  return (
    <>
      <Button loading={isPending} onClick={draw}>
        生成核实链接
      </Button>
      <span className={styles.late} role="alert">
        {error?.message}
      </span>
      <DetailPanel title="核实链接" open={data !== undefined} onClose={reset}>
        <p>把链接发给本人，不用登录就能答复；每个链接只能答复一次，排查结束后失效。</p>
        {data?.rows.map(({ memberId, name, path, isAnswered }) => (
          <p key={memberId}>
            {name}
            {isAnswered ? '（已答复）' : ''}
            <Input readOnly aria-label={`${name}的链接`} value={`${location.origin}${path}`} />
          </p>
        ))}
      </DetailPanel>
    </>
  )
}
