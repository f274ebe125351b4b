import { taskOwners } from '@zhixing/contract/development-words.ts'
import type { Draft, EntryOf } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Development.module.css'

type Values = Omit<Draft<EntryOf<'development.setPractice'>>, 'organizationId' | 'version'>

function valuesOf(practice: Values): Values {
  const { guideline, recommendations, isRecommended, duties, departments, abilities } = practice
  return { guideline, recommendations, isRecommended, duties, departments, abilities }
}

/** What the rules leave to a place: it holds here and below, until a lower one says its own. */
export function PracticeForm({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('development.practice', { organizationId })
  return (
    <Answered answer={answer}>
      {({ version, ofName, isOwn, ...practice }) => (
        <ActForm
          act="development.setPractice"
          draft=""
          initial={valuesOf(practice)}
          input={(values: Values) => ({ ...values, organizationId, version })}
          submit="按此办理"
          done={close}
          cancel={close}
        >
          <p>
            {isOwn ? '本级的规定' : `现在按${ofName || '通常做法'}办理`}
            ，保存后本级和下级照此办理。
          </p>
          <Form.Item name="guideline" label="发展党员工作要求" rules={needed('写明要求')}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item name="recommendations" label="“三推”由哪些方面推荐">
            <Select mode="tags" tokenSeparators={['、', '，']} open={false} />
          </Form.Item>
          <Form.Item name="isRecommended" valuePropName="checked">
            <Checkbox>没有各方推荐和过半数的择优票决，不能确定为积极分子</Checkbox>
          </Form.Item>
          <Form.Item name="abilities" label="能力分几类">
            <Select mode="tags" tokenSeparators={['、', '，']} open={false} />
          </Form.Item>
          <Duties />
          <Departments />
        </ActForm>
      )}
    </Answered>
  )
}

function Duties() {
  return (
    <Form.List name="duties">
      {(fields, { add, remove }) => (
        <Form.Item label="共育共管责任清单">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.line}>
              <Form.Item name={[name, 'owner']} label="谁负责">
                <Select
                  options={keysOf(taskOwners).map((value) => ({ value, label: taskOwners[value] }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'title']} label="责任" rules={needed('写清责任')}>
                <Input maxLength={200} />
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉这项</Button>
            </fieldset>
          ))}
          <Button onClick={() => add({ owner: 'branch' })}>加一项责任</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

function Departments() {
  return (
    <Form.List name="departments">
      {(fields, { add, remove }) => (
        <Form.Item label="联审部门">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.line}>
              <Form.Item name={[name, 'name']} label="部门" rules={needed('写部门')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'question']} label="请答复什么" rules={needed('写问题')}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'isVeto']} valuePropName="checked">
                <Checkbox>一票否决</Checkbox>
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉这个部门</Button>
            </fieldset>
          ))}
          <Button onClick={() => add({ isVeto: false })}>加一个部门</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
