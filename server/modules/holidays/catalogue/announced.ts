import type { Announced } from '../rules/announced.ts'

const notice = (year: number) => `国务院办公厅关于${year}年部分节假日安排的通知`

/** What was announced when this was written; a later year, or a correction, is written down on the page. */
export const announced: readonly Announced[] = [
  {
    year: 2025,
    notice: notice(2025),
    off: [
      { name: '元旦', from: '2025-01-01', until: '2025-01-01' },
      { name: '春节', from: '2025-01-28', until: '2025-02-04' },
      { name: '清明节', from: '2025-04-04', until: '2025-04-06' },
      { name: '劳动节', from: '2025-05-01', until: '2025-05-05' },
      { name: '端午节', from: '2025-05-31', until: '2025-06-02' },
      { name: '国庆节、中秋节', from: '2025-10-01', until: '2025-10-08' },
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    notice: notice(2026),
    off: [
      { name: '元旦', from: '2026-01-01', until: '2026-01-03' },
      { name: '春节', from: '2026-02-15', until: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', until: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', until: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', until: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', until: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', until: '2026-10-07' },
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
