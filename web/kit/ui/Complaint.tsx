import { useComplaint } from '../complaints.ts'
import styles from './Complaint.module.css'

/** Says what was refused where the page has no place of its own for it; stays until it has been read. */
export function Complaint() {
  const { error, dismiss } = useComplaint()
  if (!error) return null
  return (
    <div className={styles.complaint} role="alert">
      <p>{error.message}</p>
      <button type="button" onClick={dismiss}>
        知道了
      </button>
    </div>
  )
}
