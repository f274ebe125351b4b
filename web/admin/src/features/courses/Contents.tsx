import { itemKinds } from '@zhixing/contract/course-words.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import details from '../../ui/Details.module.css'
import styles from '../topics/Topics.module.css'
import { Checks } from './Checks.tsx'
import { AddItem } from './AddItem.tsx'
import type { Course } from './CoursePanel.tsx'

/** What the course is made of, in order; while nobody learns from it, it can be changed. */
export function Contents({ course }: { course: Course }) {
  const { courseId, contents, canEdit, seconds } = course
  const [isAdding, setAdding] = useState(false)
  const [askingOf, setAsking] = useState<string>()
  const asking = contents.find(({ itemId }) => itemId === askingOf)
  const arrange = useAct('courses.arrange')
  const remove = useAct('courses.removeItem')
  const ids = contents.map(({ itemId }) => itemId)
  const up = (at: number) => {
    const itemIds = [...ids]
    itemIds.splice(at - 1, 2, ...itemIds.slice(at - 1, at + 1).toReversed())
    arrange.mutate({ courseId, itemIds })
  }
  return (
    <Section title="内容" aside={`${contents.length} 项，共 ${Math.ceil(seconds / 60)} 分钟`}>
      <ol className={styles.list}>
        {contents.map((item, at) => {
          const { itemId, title, kind } = item
          return (
            <li key={itemId}>
              <Words item={item} />
              <span>
                <Leads item={item} />
                {canEdit && kind === 'video' ? (
                  <Button size="small" type="link" onClick={() => setAsking(itemId)}>
                    插播提问
                  </Button>
                ) : null}
                {canEdit && at > 0 ? (
                  <Button size="small" type="link" onClick={() => up(at)}>
                    上移
                  </Button>
                ) : null}
                {canEdit ? (
                  <Button
                    size="small"
                    type="link"
                    aria-label={`移除${title}`}
                    onClick={() => remove.mutate({ courseId, itemId })}
                  >
                    移除
                  </Button>
                ) : null}
              </span>
            </li>
          )
        })}
      </ol>
      {contents.length === 0 ? <p>还没有内容。可以添加视频、文档（PDF）、图文或直播。</p> : null}
      <p role="alert" className={details.late}>
        {arrange.error?.message ?? remove.error?.message}
      </p>
      {canEdit ? <Button onClick={() => setAdding(true)}>添加内容</Button> : null}
      {asking ? <Checks course={course} item={asking} close={() => setAsking(undefined)} /> : null}
      {isAdding ? <AddItem courseId={courseId} close={() => setAdding(false)} /> : null}
    </Section>
  )
}

type Item = Course['contents'][number]

function Words({ item: { title, kind, seconds, captions, checks } }: { item: Item }) {
  return (
    <span>
      {title}{' '}
      <small>
        {itemKinds[kind]}，{Math.ceil(seconds / 60)} 分钟{captions ? '，有字幕' : ''}
        {checks.length > 0 ? `，插播 ${checks.length} 道题` : ''}
      </small>
    </span>
  )
}

function Leads({ item: { file, link } }: { item: Item }) {
  return (
    <>
      {file ? <a href={fileAddress(file)}>{file.name}</a> : null}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer">
          直播链接
        </a>
      ) : null}
    </>
  )
}
