import type { EntryOf, Output } from '@zhixing/contract'
import { courseGenres, courseScopes } from '@zhixing/contract/course-words.ts'
import { organizerLevels } from '@zhixing/contract/learning-words.ts'
import { contentCategories } from '@zhixing/contract/words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Course = Output<EntryOf<'courses.show'>>
type Values = {
  title: string
  summary?: string
  genre: keyof typeof courseGenres
  category: keyof typeof contentCategories
  tags?: string[]
  scope: keyof typeof courseScopes
  level: keyof typeof organizerLevels
  authorName?: string
  creditMinutes: number
  watchPercent: number
  issuedOn?: string
  place?: string
  lesson?: string
  questions?: string
}
type Props = { close: () => void; done: (courseId: string) => void; course?: Course }

const fresh: Partial<Values> = {
  genre: 'lesson',
  category: 'theory',
  scope: 'own',
  level: 'committee',
  creditMinutes: 45,
  watchPercent: 90,
}

/** What a course is and what it counts; its content is added afterwards. */
export function CourseForm({ close, done, course }: Props) {
  const { organizationId } = useOrganization()
  const [madeId] = useState(newId)
  const shared = { initial: course ? valuesOf(course) : fresh, cancel: close }
  return (
    <Modal
      open
      width="44rem"
      title={course ? '修改课程' : '新建课程'}
      onCancel={close}
      footer={null}
    >
      {course ? (
        <ActForm
          {...shared}
          act="courses.change"
          draft={`course-${course.courseId}`}
          input={(values: Values) => ({
            ...formOf(values),
            courseId: course.courseId,
            version: course.version,
          })}
          submit="保存"
          done={() => done(course.courseId)}
        >
          <Fields />
        </ActForm>
      ) : (
        <ActForm
          {...shared}
          act="courses.create"
          draft="new-course"
          input={(values: Values) => ({ ...formOf(values), courseId: madeId, organizationId })}
          submit="建好，去添加内容"
          done={({ courseId }) => done(courseId)}
        >
          <Fields />
        </ActForm>
      )}
    </Modal>
  )
}

function valuesOf(course: Course): Partial<Values> {
  const { caseStudy, issuedOn } = course
  return {
    ...course,
    issuedOn: issuedOn ?? '',
    place: caseStudy?.place ?? '',
    lesson: caseStudy?.lesson ?? '',
    questions: caseStudy?.questions.join('\n') ?? '',
  }
}

function formOf(values: Values) {
  const { title, genre, category, scope, level, creditMinutes, watchPercent } = values
  const { summary = '', tags = [], authorName = '', issuedOn = '' } = values
  const { place = '', lesson = '', questions = '' } = values
  const asked = questions
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    title,
    summary,
    genre,
    category,
    tags,
    scope,
    level,
    authorName,
    creditMinutes,
    watchPercent,
    issuedOn: issuedOn === '' ? null : issuedOn,
    caseStudy: genre === 'case' ? { place, lesson, questions: asked } : null,
  }
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function Fields() {
  return (
    <>
      <Form.Item name="title" label="课程名" rules={[{ required: true, message: '请写课程名' }]}>
        <Input maxLength={100} placeholder="例：党章党规九讲" />
      </Form.Item>
      <Form.Item name="summary" label="简介">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="genre" label="类型">
        <Select options={optionsOf(courseGenres)} />
      </Form.Item>
      <Form.Item name="category" label="内容分类">
        <Select options={optionsOf(contentCategories)} />
      </Form.Item>
      <Form.Item name="tags" label="标签（如本土教材，最多 10 个）">
        <Select mode="tags" open={false} placeholder="输入后回车" />
      </Form.Item>
      <Form.Item name="scope" label="给谁学">
        <Select options={optionsOf(courseScopes)} />
      </Form.Item>
      <Form.Item name="level" label="制作级别">
        <Select options={optionsOf(organizerLevels)} />
      </Form.Item>
      <Form.Item name="authorName" label="主讲人">
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="creditMinutes" label="学完计多少分钟学时（不多于内容长度）">
        <InputNumber min={0} max={1200} step={5} />
      </Form.Item>
      <Form.Item name="watchPercent" label="视频看完百分之多少算学完">
        <InputNumber min={50} max={100} step={5} />
      </Form.Item>
      <Form.Item noStyle dependencies={['genre']}>
        {({ getFieldValue }) => <OfGenre genre={String(getFieldValue('genre'))} />}
      </Form.Item>
    </>
  )
}

function OfGenre({ genre }: { genre: string }) {
  if (genre === 'document')
    return (
      <Form.Item name="issuedOn" label="印发日期">
        <Input type="date" />
      </Form.Item>
    )
  if (genre !== 'case') return null
  return (
    <>
      <Form.Item name="place" label="事例发生在哪里">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="lesson" label="启示">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="questions" label="讨论题（一行一个）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
