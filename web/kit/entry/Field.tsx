import { useId, type ComponentProps } from 'react'
import styles from './Entry.module.css'

type Props = ComponentProps<'input'> & { label: string; problem?: string | undefined }

/** A field with its name above and what is wrong with it below. */
export function Field({ label, problem, ...input }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        {...input}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      {problem ? <small id={`${id}-problem`}>{problem}</small> : null}
    </div>
  )
}
