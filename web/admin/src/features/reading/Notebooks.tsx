import type { EntryOf, Output } from '@zhixing/contract'
import { fullDay, moment } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import styles from '../topics/Topics.module.css'

type Book = Output<EntryOf<'reading.notebooks'>>['rows'][number]
type Page = Output<EntryOf<'reading.pages'>>['rows'][number]

/** Whom a notebook was given this year, and what waits to be looked through. */
export function Notebooks() {
  const { organizationId } = useOrganization()
  const may = useMay()
  const year = Number(thisDay().slice(0, 4))
  const answer = useAnswer('reading.notebooks', { organizationId, year, size: 100 })
  const issue = useAct('reading.issue')
  const [opened, setOpened] = useState<Book>()
  const title = `${year} 年学习笔记`
  return (
    <Section
      title="学习笔记本"
      aside={
        may('reading.assign') ? (
          <Button
            size="small"
            loading={issue.isPending}
            onClick={() => issue.mutate({ organizationId, year, title })}
          >
            配发 {year} 年笔记本
          </Button>
        ) : null
      }
    >
      <p role="status">
        {issue.data ? `新配发 ${issue.data.issued} 本，${issue.data.already} 人已有。` : ''}
        {issue.error?.message}
      </p>
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <p>{total === 0 ? '今年还没有配发。' : `已配发 ${total} 本。`}</p>
            <ul className={styles.list} aria-label="笔记本">
              {rows.map((book) => (
                <li key={book.memberId}>
                  <button type="button" className={styles.name} onClick={() => setOpened(book)}>
                    {book.name}
                  </button>
                  <small>
                    {book.organizationName}，{fullDay(book.issuedOn)}配发，{book.pages} 页
                    {book.unread > 0 ? `，${book.unread} 页待批阅` : ''}
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      {opened ? <Pages book={opened} year={year} close={() => setOpened(undefined)} /> : null}
    </Section>
  )
}

type PagesProps = { book: Book; year: number; close: () => void }

function Pages({ book: { unitId, memberId, name }, year, close }: PagesProps) {
  const answer = useAnswer('reading.pages', { unitId, memberId, year })
  return (
    <Modal open width="44rem" title={`${name}的学习笔记`} onCancel={close} footer={null}>
      <Answered answer={answer}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? <p>还没有写。</p> : null}
            {rows.map((page) => (
              <PageView key={page.pageId} unitId={unitId} page={page} />
            ))}
          </>
        )}
      </Answered>
    </Modal>
  )
}

function PageView({ unitId, page }: { unitId: string; page: Page }) {
  const may = useMay()
  const { pageId, title, text, at, review } = page
  const { mutate, isPending, error } = useAct('reading.review')
  const [comment, setComment] = useState('')
  return (
    <section>
      <h3>{title}</h3>
      <p className={styles.body}>{text}</p>
      <small>{moment(at)}</small>
      {review ? (
        <p>
          {review.by}批阅：{review.comment}
        </p>
      ) : null}
      {!review && may('reading.assign') ? (
        <div className={styles.actions}>
          <Input
            aria-label={`批阅“${title}”`}
            maxLength={200}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
          <Button
            loading={isPending}
            disabled={comment.trim() === ''}
            onClick={() => mutate({ unitId, pageId, comment })}
          >
            批阅
          </Button>
          <span role="alert">{error?.message}</span>
        </div>
      ) : null}
    </section>
  )
}
