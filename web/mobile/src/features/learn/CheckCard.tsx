import type { Check, Verdict } from '@zhixing/kit/learn/use-watching.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import styles from './Learn.module.css'

type Props = {
  check: Check
  say: (chosen: string[]) => Promise<Verdict>
  /** On from here, or from a little before, where the answer was not taken. */
  goOn: (isTaken: boolean) => void
}

/** Stands under the picture that waits for it: large, without haste; right or wrong, one goes on. */
export function CheckCard({ check, say, goOn }: Props) {
  const { text, kind, options } = check
  const [chosen, setChosen] = useState<string[]>([])
  const [verdict, setVerdict] = useState<Verdict>()
  const [isSaying, setSaying] = useState(false)
  const keys = typeof verdict === 'object' ? verdict.keys : []
  const choose = (id: string) => {
    if (kind === 'single') setChosen([id])
    else setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  }
  const answer = async () => {
    setSaying(true)
    setVerdict(await say(chosen))
    setSaying(false)
  }
  return (
    <section className={styles.check} aria-label="插播提问">
      <h2>{text}</h2>
      {verdict ? null : <p>{kind === 'single' ? '请选一项' : '请选出所有正确的'}，答了接着看。</p>}
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          className={styles.choice}
          aria-pressed={chosen.includes(option.id)}
          disabled={verdict !== undefined}
          onClick={() => choose(option.id)}
        >
          {option.text}
          {keys.includes(option.id) ? <small>✓ 正确答案</small> : null}
        </button>
      ))}
      {verdict ? (
        <>
          <p role="status">{wordsOf(verdict)}</p>
          <Button block color="primary" size="large" onClick={() => goOn(verdict !== 'refused')}>
            接着看
          </Button>
        </>
      ) : (
        <Button
          block
          color="primary"
          size="large"
          loading={isSaying}
          disabled={chosen.length === 0}
          onClick={() => void answer()}
        >
          回答
        </Button>
      )}
    </section>
  )
}

function wordsOf(verdict: Verdict): string {
  if (verdict === 'kept') return '现在没有网络，回答已记在手机上，联网后补记，时间照常累计。'
  if (verdict === 'refused') return '这道题还没有播到，从前面几秒接着看，到时再答。'
  const { isRight, explanation } = verdict
  return `${isRight ? '答对了。' : '答得不对，请看正确答案。'}${explanation}`
}
