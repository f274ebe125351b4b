import styles from './states.module.css'

/** A page that could not be shown: most often the platform was renewed while it stood open. */
export function Broken() {
  return (
    <section className={styles.notice} role="alert">
      <h1>这一页没有打开</h1>
      <p>平台可能刚刚更新过，刷新即可。已保存的内容没有受影响；多次出现时，请告诉系统管理员。</p>
      <button type="button" className={styles.again} onClick={() => location.reload()}>
        刷新
      </button>
    </section>
  )
}
