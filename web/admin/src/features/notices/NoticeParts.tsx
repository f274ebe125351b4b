import type { Audience } from '@zhixing/contract'
import { Button, Input } from 'antd'
import { useSaved } from '../audience/SavedSelect.tsx'
import styles from './Notices.module.css'

export type Part = { name: string; audience: Audience; body: string }
type Props = { parts: Part[]; change: (parts: Part[]) => void }

const partsMax = 5

/** What one class hears beyond the common core; the class is a saved audience, so that everybody means the same by it. */
export function NoticeParts({ parts, change }: Props) {
  const saved = useSaved()
  const free = saved.filter(({ name }) => !parts.some((part) => part.name === name))
  const write = (name: string, body: string) =>
    change(parts.map((part) => (part.name === name ? { ...part, body } : part)))
  if (saved.length === 0) return null
  return (
    <>
      {parts.map(({ name, body }) => (
        <div key={name} className={styles.field}>
          <span>
            另外对“{name}”说{' '}
            <Button
              type="link"
              size="small"
              onClick={() => change(parts.filter((part) => part.name !== name))}
            >
              去掉
            </Button>
          </span>
          <Input.TextArea
            aria-label={`对${name}的要求`}
            autoSize={{ minRows: 2 }}
            value={body}
            onChange={({ target }) => write(name, target.value)}
          />
        </div>
      ))}
      {parts.length < partsMax && free.length > 0 ? (
        <p>
          共同内容之外，对一部分人另有要求：
          {free.map(({ audienceId, name, audience }) => (
            <Button
              key={audienceId}
              type="link"
              size="small"
              onClick={() => change([...parts, { name: name.slice(0, 30), audience, body: '' }])}
            >
              {name}
            </Button>
          ))}
        </p>
      ) : null}
    </>
  )
}
