import type { EntryOf, Output } from '@zhixing/contract'
import { entryGenres, entryStates, entryVerdicts } from '@zhixing/contract/campaign-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import styles from './Campaigns.module.css'
import { FileNames, FilesField } from './Files.tsx'

type Row = Output<EntryOf<'campaigns.entries'>>['rows'][number]
type Work = {
  member: string
  title: string
  genre: keyof typeof entryGenres
  minutes: number
  summary: string
  link?: string
}

export function EnterForm({
  at,
  close,
}: {
  at: { campaignId: string; organizationId: string }
  close: () => void
}) {
  const [entryId] = useState(newId)
  const [files, setFiles] = useState<Uploaded[]>([])
  return (
    <ActForm
      act="campaigns.enterFor"
      draft={`entry:${at.campaignId}:${at.organizationId}`}
      initial={{ genre: 'lesson', minutes: 15 }}
      input={({ member, link = '', ...values }: Work) => ({
        ...at,
        ...values,
        entryId,
        link,
        memberId: member.split('~')[1] ?? '',
        fileIds: files.map(({ fileId }) => fileId),
      })}
      submit="报送"
      done={close}
      cancel={close}
    >
      <Form.Item name="member" label="主讲" rules={needed('选主讲的党员')}>
        <MemberKeySelect organizationId={at.organizationId} />
      </Form.Item>
      <Form.Item name="title" label="题目" rules={needed('写明题目')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="genre" label="类别">
        <Select options={choicesOf(entryGenres)} />
      </Form.Item>
      <Form.Item name="minutes" label="时长（分钟）">
        <InputNumber min={1} max={600} />
      </Form.Item>
      <Form.Item name="summary" label="讲什么" rules={needed('用几句话说讲什么')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="link" label="视频地址（没有就上传文稿）">
        <Input maxLength={500} placeholder="https://" />
      </Form.Item>
      <FilesField label="文稿、图片" files={files} set={setFiles} />
    </ActForm>
  )
}

/** One work with every word about it; whoever is next judges it here. */
export function EntryDetail({ row, close }: { row: Row | undefined; close: () => void }) {
  return (
    <DetailPanel title="参评作品" open={row !== undefined} onClose={close}>
      {row ? <One key={`${row.entryId}${String(row.version)}`} row={row} /> : null}
    </DetailPanel>
  )
}

function One({ row }: { row: Row }) {
  const { title, genre, speakerName, organizationName, minutes, summary, link, files } = row
  return (
    <div className={styles.part}>
      <h2>{title}</h2>
      <p>
        {entryGenres[genre]}，{organizationName} {speakerName}，{minutes} 分钟；
        {entryStates[row.state]}
        {row.award ? `（${row.award}）` : ''}
      </p>
      <p>{summary}</p>
      {link ? (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            打开视频
          </a>
        </p>
      ) : null}
      <FileNames files={files} />
      <ul>
        {row.judgments.map((one) => (
          <li key={one.at}>
            {one.organizationName}：{one.score} 分，{one.isPassed ? '推荐' : '不推荐'}
            <small>
              {one.comment}（{one.byName}）
            </small>
          </li>
        ))}
      </ul>
      {row.mayJudge ? <Judge row={row} /> : null}
    </div>
  )
}

type Verdict = { score: number; verdict: 'pass' | 'decline'; comment: string; award?: string }

function Judge({ row: { unitId, entryId, version } }: { row: Row }) {
  return (
    <ActForm
      act="campaigns.judge"
      draft=""
      initial={{ verdict: 'pass' }}
      input={({ verdict, award = '', ...values }: Verdict) => ({
        unitId,
        entryId,
        version,
        ...values,
        award,
        isPassed: verdict === 'pass',
      })}
      submit="评审"
      done={() => undefined}
    >
      <Form.Item name="score" label="打分（0—100）" rules={needed('打一个分')}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      <Form.Item name="verdict" label="结论">
        <Radio.Group options={choicesOf(entryVerdicts)} />
      </Form.Item>
      <Form.Item name="comment" label="评审意见" rules={needed('写评审意见')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="award" label="入选称号（最高一级评审时填）">
        <Input maxLength={200} placeholder="例：县级优秀党课" />
      </Form.Item>
    </ActForm>
  )
}
