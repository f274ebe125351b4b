import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { CertificateView } from './CertificateView.tsx'
import type { ClassKey, Row, Shown } from './certificates.ts'

const size = 50

/** The certificates of one class: issued by one press, printed together, looked after one by one. */
export function CertificatesPage() {
  const key = useParams({ from: '/shell/classes/$unitId/$classId/certificates' })
  const search = useSearch({ from: '/shell/classes/$unitId/$classId/certificates' })
  const { page = 1, text = '', open } = search
  const change = useSearchChange()
  const answer = useAnswer('certificates.list', { ...key, text, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const chosen = shown.rows.find(({ certificateId }) => certificateId === open)
          return (
            <>
              <Headline shown={shown} />
              <Tools shown={shown} classKey={key} text={text} />
              <List shown={shown} page={page} />
              <DetailPanel
                title="结业证书"
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? (
                  <CertificateView key={chosen.certificateId} row={chosen} may={shown.mayIssue} />
                ) : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  const { held, waiting, revoked, notYet } = shown
  return (
    <Sentence note="证书上有二维码，任何人都能核验；每次核验都有记录。">
      {notYet || (
        <>
          已发证书 <Count of={held} /> 张，待发 <Count of={waiting} stress={waiting > 0} /> 张
          {revoked > 0 ? (
            <>
              ，已撤销 <Count of={revoked} /> 张
            </>
          ) : null}
          。
        </>
      )}
    </Sentence>
  )
}

type ToolProps = { shown: Shown; classKey: ClassKey; text: string }

function Tools({ shown, classKey, text }: ToolProps) {
  const { unitId, classId } = classKey
  const { mutate, isPending, error } = useAct('certificates.issue')
  const { held, waiting, notYet, mayIssue } = shown
  const all = `/api/certificates/${unitId}/class/${classId}`
  return (
    <>
      <Filters
        choices={
          mayIssue && notYet === '' ? (
            <Button
              type="primary"
              disabled={waiting === 0}
              loading={isPending}
              onClick={() => mutate(classKey)}
            >
              {waiting === 0 ? '都已发证' : `给 ${String(waiting)} 人发证书`}
            </Button>
          ) : null
        }
      >
        <SearchText label="搜索证书" placeholder="姓名或证书编号" text={text} />
        {held > 0 ? (
          <>
            <Button href={`${all}/pdf`}>全部打印（一个 PDF）</Button>
            <Button href={`${all}/zip`}>每人一份（.zip）</Button>
          </>
        ) : null}
      </Filters>
      <p role="alert">{error?.message}</p>
    </>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ certificateId, name }) => <LineLink open={certificateId}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '单位',
    width: 'minmax(9rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'number', title: '证书编号', width: '14rem', cell: ({ number }) => number },
  { key: 'issuedOn', title: '发证日期', width: '7rem', cell: ({ issuedOn }) => issuedOn },
  {
    key: 'checks',
    title: '核验',
    width: '5rem',
    number: true,
    cell: ({ checks }) => (checks === 0 ? '—' : `${String(checks)} 次`),
  },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ revokedOn }) => (
      <span>
        <Shape name={revokedOn ? 'cross' : 'check'} /> {revokedOn ? '已撤销' : '有效'}
      </span>
    ),
  },
]

function List({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty title="没有证书">
        {shown.notYet === ''
          ? '按“发证书”给结业的学员编号发证；缺课超过规定、考试不合格的不发。'
          : '在培训班里办理结业以后，才能发证书。'}
      </Empty>
    )
  return (
    <>
      <DataList
        label="结业证书"
        columns={columns}
        rows={shown.rows}
        keyOf={({ certificateId }) => certificateId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
