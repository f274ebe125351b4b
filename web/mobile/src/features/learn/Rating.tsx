import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import styles from './Learn.module.css'

const words = ['很差', '较差', '一般', '较好', '很好']

/** What it was worth, in one press; a few words may follow. */
export function Rating({ courseId }: { courseId: string }) {
  const { data } = useAnswer('remarks.rated', { courseId })
  const { mutate, isPending, error } = useAct('remarks.rate')
  const [text, setText] = useState('')
  return (
    <section>
      <h2 className={rows.title}>这门课怎么样</h2>
      <div className={styles.stars} role="group" aria-label="评价">
        {words.map((word, at) => (
          <button
            key={word}
            type="button"
            aria-pressed={data?.stars === at + 1}
            disabled={isPending}
            onClick={() => mutate({ courseId, stars: at + 1, text: text || (data?.text ?? '') })}
          >
            {word}
          </button>
        ))}
      </div>
      <label className={form.field}>
        意见（可不写，作者看不到您的姓名）
        <input
          maxLength={200}
          value={text}
          placeholder={data?.text ?? ''}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
    </section>
  )
}
