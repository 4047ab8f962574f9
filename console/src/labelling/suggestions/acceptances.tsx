import type { SuggestedIntent } from '@lingxi/contract/labelling'
import { EyeOff, FolderInput, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAcceptSuggestion, useDismissSuggestion } from '../../api/labelling-queries.ts'
import { ChooseIntent } from '../../pieces/choose-intent.tsx'
import { titleOf } from '../../pieces/taught-words.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NewIntent } from './new-intent.tsx'

type AcceptancesProps = { suggestion: SuggestedIntent; messageIds: string[] }

/** What becomes of a suggestion: a new intent, examples of one that is there, or nothing. */
export function Acceptances({ suggestion: { id }, messageIds }: AcceptancesProps) {
  const { t, i18n } = useTranslation()
  const { tell, warn } = useToast()
  const accept = useAcceptSuggestion()
  const dismiss = useDismissSuggestion()
  const [open, setOpen] = useState<'new' | 'existing' | 'dismiss'>()
  const close = () => setOpen(undefined)
  const busy = accept.isPending || dismiss.isPending
  const none = messageIds.length === 0
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <span aria-live="polite" className="me-auto text-sm text-ink-soft">
        {t('labelling.chosen', { count: messageIds.length })}
      </span>
      <Button size="small" look="quiet" disabled={busy} onClick={() => setOpen('dismiss')}>
        <EyeOff />
        {t('labelling.dismiss')}
      </Button>
      <Button size="small" disabled={busy || none} onClick={() => setOpen('existing')}>
        <FolderInput />
        {t('labelling.addToIntent')}
      </Button>
      <Button size="small" look="primary" disabled={busy || none} onClick={() => setOpen('new')}>
        <Plus />
        {t('labelling.newIntent')}
      </Button>
      {open === 'new' && <NewIntent suggestionId={id} messageIds={messageIds} onClose={close} />}
      {open === 'existing' && (
        <ChooseIntent
          title={t('labelling.addTitle', { count: messageIds.length })}
          onChoose={(intent) => {
            close()
            accept.mutate(
              { id, messageIds, intentId: intent.id },
              {
                onError: warn,
                onSuccess: () => void tell(t('labelling.accepted', { name: titleOf(intent, i18n.language) })),
              },
            )
          }}
          onClose={close}
        />
      )}
      <Confirm
        open={open === 'dismiss'}
        title={t('labelling.dismissTitle')}
        text={t('labelling.dismissText')}
        action={t('labelling.dismiss')}
        onConfirm={() => dismiss.mutate(id, { onError: warn })}
        onClose={close}
      />
    </div>
  )
}
