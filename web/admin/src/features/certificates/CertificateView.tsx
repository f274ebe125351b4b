import { moment } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { AskReason } from '../activities/record/AskReason.tsx'
import type { Row } from './certificates.ts'

/** One certificate: what it says, who looked, and the way to take it back. */
export function CertificateView({ row, may }: { row: Row; may: boolean }) {
  const { unitId, certificateId, name, number, className, minutes, path } = row
  const { revokedOn, revokeReason } = row
  return (
    <>
      <h3>{name}</h3>
      <p>
        {className}，{hours(minutes)} 学时
        <br />
        {number}
      </p>
      {revokedOn ? (
        <p>
          {revokedOn} 撤销，原因：{revokeReason}
        </p>
      ) : (
        <p>
          <Button href={`/api/certificates/${unitId}/${certificateId}/certificate.pdf`}>
            下载证书
          </Button>{' '}
          <Button href={path} target="_blank">
            看核验页
          </Button>{' '}
          {may ? <Revoke row={row} /> : null}
        </p>
      )}
      <h3>核验记录</h3>
      <Checks unitId={unitId} certificateId={certificateId} />
    </>
  )
}

function Checks(key: { unitId: string; certificateId: string }) {
  const answer = useAnswer('certificates.checks', { ...key, page: 1, size: 50 })
  return (
    <Answered answer={answer}>
      {({ rows, total }) =>
        total === 0 ? (
          <p>还没有人核验过。</p>
        ) : (
          <ol>
            {rows.map(({ at, address, wasRevoked }) => (
              <li key={at}>
                {moment(at)}，来自 {address}
                {wasRevoked ? '，当时已撤销' : ''}
              </li>
            ))}
          </ol>
        )
      }
    </Answered>
  )
}

function Revoke({ row: { unitId, certificateId, name } }: { row: Row }) {
  const [asking, setAsking] = useState(false)
  const { mutate, isPending, error } = useAct('certificates.revoke')
  return (
    <>
      <Button onClick={() => setAsking(true)}>撤销</Button>
      {asking ? (
        <AskReason
          question={`撤销${name}的结业证书？`}
          verb="撤销证书"
          label="撤销的原因（核验的人看得到）"
          pending={isPending}
          problem={error?.message}
          confirm={(reason) =>
            mutate({ unitId, certificateId, reason }, { onSuccess: () => setAsking(false) })
          }
          close={() => setAsking(false)}
        >
          已经打印出去的收不回来，扫码会显示已撤销。撤销以后可以重新发一张，编号不同。
        </AskReason>
      ) : null}
    </>
  )
}
