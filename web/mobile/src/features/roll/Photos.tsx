import { shrink } from '@zhixing/kit/offline/photo.ts'
import { keepPhoto } from '@zhixing/kit/roll/kept.ts'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rollStyles from './Roll.module.css'
import type { Activity } from './state.ts'
import type { Line } from './use-record.ts'

/** Photos of the meeting: kept here first, sent one by one. */
export function Photos({ activity, line }: { activity: Activity; line: Line }) {
  const [problem, setProblem] = useState('')
  const { kept, isAway, send } = line
  const add = async (files: FileList | null) => {
    // One after the other: a phone has little memory for pictures.
    // oxlint-disable-next-line no-await-in-loop
    for (const file of files ?? []) await keepPhoto(activity, await shrink(file))
    if (!isAway) await send()
  }
  const waiting = kept.photos.length
  return (
    <>
      <label className={rollStyles.photo}>
        拍现场照片
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={({ target }) => {
            setProblem('')
            add(target.files).catch((error: Error) => setProblem(`照片没有存下：${error.message}`))
          }}
        />
      </label>
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <p className={rollStyles.lacks} role="status">
        {[
          activity.files.length > 0 ? `已附 ${String(activity.files.length)} 个文件` : '',
          waiting > 0 ? `${String(waiting)} 张照片存在手机里` : '',
        ]
          .filter(Boolean)
          .join('，')}
      </p>
    </>
  )
}
