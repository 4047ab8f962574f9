import type { Conversation as ConversationRecord } from '@lingxi/contract/conversation'
import { useParams } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConversation } from '../api/conversation-queries.ts'
import { isProblem } from '../api/session.ts'
import { useMe } from '../api/use-session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { useWide } from '../ui/use-wide.ts'
import { Approvals } from './approvals.tsx'
import { Composer, type ComposerHandle } from './composer.tsx'
import { Context } from './context.tsx'
import { DeskConfirm } from './desk-confirm.tsx'
import { useOutgoing } from './drafts.ts'
import { Header } from './header.tsx'
import { Log } from './log.tsx'
import { stillOutgoing } from './still-outgoing.ts'
import { useDeskActions } from './use-desk-actions.ts'
import { useSend } from './use-send.ts'

export function Conversation() {
  const { t } = useTranslation()
  const { conversationId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useConversation(conversationId)
  if (data) return <Opened key={data.id} conversation={data} />
  if (!error) return <SkeletonRows count={6} className="h-14 last:w-1/2" />
  const isMissing = isProblem(error, 'not-found')
  return (
    <div className="grid h-full place-items-center">
      {isMissing ? (
        <Empty icon={<SearchX />} title={t('conversation.notFound')} text={t('app.states.notFoundText')} />
      ) : (
        <Failed error={error} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

function Opened({ conversation }: { conversation: ConversationRecord }) {
  const { t } = useTranslation()
  const me = useMe()
  const wide = useWide(1280)
  const [detailed, setDetailed] = useState(false)
  const composer = useRef<ComposerHandle>(null)
  const desk = useDeskActions(conversation, () => composer.current?.write('reply'))
  const { outgoing, ...changes } = useOutgoing(conversation.id)
  const going = stillOutgoing(outgoing, conversation.events, me.id)
  const send = useSend(conversation, changes)
  useShortcuts({
    c: () => desk.ask('claim'),
    h: () => desk.ask('handBack'),
    e: () => desk.ask('resolve'),
    r: () => composer.current?.write('reply'),
    n: () => composer.current?.write('note'),
  })
  return (
    <div className="flex h-full min-h-0">
      <section aria-label={t('conversation.label')} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Header conversation={conversation} desk={desk} onDetails={wide ? undefined : () => setDetailed(true)} />
        <Log
          conversation={conversation}
          outgoing={going}
          onSendAgain={send}
          onTakeBack={(each) => {
            changes.remove(each.id)
            composer.current?.takeBack(each.mode, each.text)
          }}
        />
        <Approvals conversation={conversation} />
        <Composer ref={composer} conversation={conversation} desk={desk} onSend={send} />
      </section>
      {wide && (
        <aside
          aria-label={t('conversation.details')}
          className="w-74 shrink-0 overflow-y-auto border-s border-line bg-surface"
        >
          <Context conversation={conversation} />
        </aside>
      )}
      {!wide && (
        <Dialog open={detailed} onClose={() => setDetailed(false)} title={t('conversation.context.title')} place="side">
          <div className="-m-5">
            <Context conversation={conversation} />
          </div>
        </Dialog>
      )}
      <DeskConfirm desk={desk} />
    </div>
  )
}
