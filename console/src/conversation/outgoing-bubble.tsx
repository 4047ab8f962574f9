import { RotateCw, TriangleAlert, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Bubble } from './bubble.tsx'
import type { Outgoing } from './drafts.ts'

type OutgoingProps = { outgoing: Outgoing; onSendAgain: () => void; onTakeBack: () => void }

export function OutgoingBubble({ outgoing, onSendAgain, onTakeBack }: OutgoingProps) {
  const { t } = useTranslation()
  const me = useMe()
  const going = outgoing.state === 'sending' || outgoing.state === 'sent'
  return (
    <Bubble
      side="end"
      look={outgoing.mode === 'note' ? 'note' : 'mine'}
      name={me.name}
      label={going && <output>{t('conversation.sending')}</output>}
      below={
        !going && (
          <div role="alert" className="flex flex-wrap items-center justify-end gap-2 text-xs text-danger">
            <TriangleAlert className="size-3.5" />
            {t(outgoing.state === 'failed' ? 'conversation.notSent' : 'conversation.interrupted')}
            <Button size="small" onClick={onSendAgain}>
              <RotateCw />
              {t('conversation.sendAgain')}
            </Button>
            <Button size="small" onClick={onTakeBack}>
              <Undo2 />
              {t('conversation.takeBack')}
            </Button>
          </div>
        )
      }
    >
      {outgoing.mode === 'note' ? (
        <p className="whitespace-pre-wrap">{outgoing.text}</p>
      ) : (
        <Markdown text={outgoing.text} className="chat" />
      )}
    </Bubble>
  )
}
