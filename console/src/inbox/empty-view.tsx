import type { ConversationView } from '@lingxi/contract/conversation'
import { CheckCheck, Coffee, Inbox, MessageCircle, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/states.tsx'

const icons = { waiting: <Coffee />, mine: <Inbox />, open: <MessageCircle />, resolved: <CheckCheck /> }

export function EmptyView({ view, search }: { view: ConversationView; search: string }) {
  const { t } = useTranslation()
  if (search) {
    return (
      <Empty icon={<SearchX />} title={t('inbox.empty.search', { text: search })} text={t('inbox.empty.searchText')} />
    )
  }
  return <Empty icon={icons[view]} title={t(`inbox.empty.${view}`)} text={t(`inbox.empty.${view}Text`)} />
}
