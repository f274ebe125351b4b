import { posts } from '@zhixing/contract/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Input } from 'antd'
import { useRef } from 'react'
import { useOrganization } from '../../app/organization.ts'

type Props = { post: keyof typeof posts; signing: string }

/** Puts the reader's own name under the list; who took the post over says what was handed to them. */
export function SignButton({ post, signing }: Props) {
  const { organizationId } = useOrganization()
  const { modal, message } = App.useApp()
  const { mutateAsync } = useAct('duties.sign')
  const note = useRef('')
  const isHandover = signing === 'handover'
  const ask = () =>
    modal.confirm({
      title: isHandover ? '办理责任交接并签收？' : `签收${posts[post]}责任清单？`,
      content: (
        <>
          <p>
            {isHandover
              ? '前任尚未完成的事项会记入交接，由您接着办理。'
              : '签收后记入留痕，清单有变化时请重新签收。'}
          </p>
          <Input
            aria-label="说明"
            placeholder={isHandover ? '如：台账、印章已移交' : '说明（可不填）'}
            maxLength={200}
            onChange={({ target }) => {
              note.current = target.value
            }}
          />
        </>
      ),
      okText: isHandover ? '交接并签收' : '签收',
      cancelText: '再看看',
      onOk: async () =>
        mutateAsync({ organizationId, post, note: note.current }).then(
          ({ items }) => void message.success(`已签收，今年共 ${items} 项`),
          (why: Error) => void message.warning(why.message),
        ),
    })
  return (
    <Button type="primary" onClick={ask}>
      {isHandover ? '办理交接' : '签收'}
    </Button>
  )
}
