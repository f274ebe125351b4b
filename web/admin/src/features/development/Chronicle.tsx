import { fileAddress } from '@zhixing/kit/upload.ts'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'
import type { Shown } from './shown.ts'

/** All that happened, the latest first. */
export function Chronicle({ rows, path }: { rows: Shown['chronicle']; path: string }) {
  return (
    <section className={styles.part}>
      <h2>
        纪实 <a href={path}>下载</a>
      </h2>
      {rows.length === 0 ? (
        <p>还没有记录。办理和登记的每一件事都会写在这里，写下后不能改。</p>
      ) : null}
      <ul>
        {rows.map(({ what, text, on, at, byName, isLate, files }) => (
          <li key={`${what}${at}${text}`}>
            {what}：{text}
            {isLate ? <b className={details.late}>（逾期办理）</b> : null}
            <small>
              {on}，{byName}登记
              {files.map(({ unitId, fileId, name }) => (
                <span key={fileId}>
                  {' '}
                  <a href={fileAddress({ unitId, fileId })}>{name}</a>
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
