import { entryGenres, entryStates } from '@zhixing/contract/campaign-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import { useFiles } from './use-files.ts'

/** What I sent in, and what became of it. */
export function MyEntries({ campaignId }: { campaignId: string }) {
  const { data } = useAnswer('campaigns.myEntries', { campaignId })
  const [entryId, setEntryId] = useState<string>()
  return (
    <>
      {(data?.rows ?? []).map((one) => (
        <div key={one.entryId} className={rows.row}>
          <h3>{one.title}</h3>
          <small>
            {entryGenres[one.genre]}，
            {one.state === 'judging' ? `${one.standsAtName}评审中` : entryStates[one.state]}
            {one.award ? `：${one.award}` : ''}
          </small>
        </div>
      ))}
      {entryId ? (
        <EnterForm campaignId={campaignId} entryId={entryId} done={() => setEntryId(undefined)} />
      ) : (
        <div className={form.acts}>
          <Button onClick={() => setEntryId(newId())}>我来讲：报送作品</Button>
        </div>
      )}
    </>
  )
}

type Props = { campaignId: string; entryId: string; done: () => void }

function EnterForm({ campaignId, entryId, done }: Props) {
  const [title, setTitle] = useState('')
  const [genre, setGenre] = useState<keyof typeof entryGenres>('lesson')
  const [minutes, setMinutes] = useState('15')
  const [summary, setSummary] = useState('')
  const [link, setLink] = useState('')
  const { files, problem, take } = useFiles()
  const { mutate, isPending, error } = useAct('campaigns.enter')
  const isReady = title.trim() !== '' && summary.trim().length >= 5 && Number(minutes) > 0
  const send = () => {
    const fileIds = files.map(({ fileId }) => fileId)
    const work = { title, genre, minutes: Number(minutes), summary, link: link.trim() }
    mutate({ ...work, campaignId, entryId, fileIds }, { onSuccess: done })
  }
  return (
    <>
      <label className={form.field}>
        题目
        <input value={title} maxLength={100} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <GenreField genre={genre} set={setGenre} />
      <label className={form.field}>
        时长（分钟）
        <input
          inputMode="numeric"
          value={minutes}
          onChange={({ target }) => setMinutes(target.value.replace(/\D/g, '').slice(0, 3))}
        />
      </label>
      <label className={form.field}>
        讲什么
        <textarea
          rows={3}
          maxLength={1000}
          value={summary}
          onChange={({ target }) => setSummary(target.value)}
        />
      </label>
      <label className={form.field}>
        视频地址（没有就上传文稿）
        <input value={link} maxLength={500} onChange={({ target }) => setLink(target.value)} />
      </label>
      <Papers files={files} take={take} />
      <p className={form.problem} role="alert">
        {problem || error?.message}
      </p>
      <Button block color="primary" loading={isPending} disabled={!isReady} onClick={send}>
        报送
      </Button>
    </>
  )
}

type Genre = keyof typeof entryGenres

function GenreField({ genre, set }: { genre: Genre; set: (genre: Genre) => void }) {
  return (
    <label className={form.field}>
      类别
      <select
        value={genre}
        onChange={({ target }) =>
          set(keysOf(entryGenres).find((key) => key === target.value) ?? 'lesson')
        }
      >
        {keysOf(entryGenres).map((key) => (
          <option key={key} value={key}>
            {entryGenres[key]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Papers({ files, take }: Pick<ReturnType<typeof useFiles>, 'files' | 'take'>) {
  return (
    <>
      <label className={form.field}>
        文稿、图片
        <input
          type="file"
          accept="image/*,.pdf,.docx"
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </label>
      {files.map(({ fileId, name }) => (
        <p key={fileId}>{name}</p>
      ))}
    </>
  )
}
