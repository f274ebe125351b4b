import { useEffect } from 'react'
import { renewAt } from '../renew.ts'
import { useOnline } from './Offline.tsx'
import styles from './states.module.css'

/** A page that could not be shown: most often the platform was renewed while it stood open, or there is no network. */
export function Broken() {
  const isOnline = useOnline()
  useEffect(() => renewAt(location.href), [])
  return (
    <section className={styles.notice} role="alert">
      <h1>这一页没有打开</h1>
      <p>
        {isOnline
          ? '平台可能刚刚更新过，刷新即可。已保存的内容没有受影响；多次出现时，请告诉系统管理员。'
          : '没有网络时，只能看以前打开过的页面。存在手机里的内容没有受影响，有网络时再打开这一页。'}
      </p>
      <button type="button" className={styles.again} onClick={() => location.reload()}>
        刷新
      </button>
    </section>
  )
}
