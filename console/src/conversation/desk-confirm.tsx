import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/confirm.tsx'
import type { DeskAction, DeskActions } from './use-desk-actions.ts'

/** Asks before what the customer or a colleague will notice. */
export function DeskConfirm({ desk }: { desk: DeskActions }) {
  const { t } = useTranslation()
  const name = desk.colleague ?? ''
  const texts: Record<DeskAction, [title: string, text: string, action: string]> = {
    claim: [
      t('conversation.takeOverTitle', { name }),
      t('conversation.takeOverText', { name }),
      t('conversation.takeOver'),
    ],
    handBack: [t('conversation.handBackTitle'), t('conversation.handBackText'), t('conversation.handBack')],
    resolve: [t('conversation.resolveTitle'), t('conversation.resolveText'), t('conversation.resolve')],
  }
  return Object.entries(texts).map(([kind, [title, text, action]]) => (
    <Confirm
      key={kind}
      open={desk.asking === kind}
      title={title}
      text={text}
      action={action}
      onConfirm={() => desk.act(kind as DeskAction)}
      onClose={desk.stopAsking}
    />
  ))
}
