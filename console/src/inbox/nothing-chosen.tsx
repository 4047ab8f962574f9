import { MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/states.tsx'

export function NothingChosen() {
  const { t } = useTranslation()
  return (
    <div className="grid h-full place-items-center">
      <Empty icon={<MessagesSquare />} title={t('inbox.choose')} text={t('inbox.chooseText')} />
    </div>
  )
}
