import { useNavigate } from '@tanstack/react-router'
import { SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Subject, useReviewStep } from '../api/review-queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Draft } from './use-draft.ts'

type EditorActionsProps = {
  draft: Draft
  /** Before the page is left for what was just saved. */
  onLeave: () => void
  onReload: () => void
}

/** Which steps there are, by where the text stands. */
function stepsOf({ saved: { article, revision }, beside, changed, form }: Draft) {
  const waits = (revision?.state ?? article?.status) === 'review'
  const isBegun = beside ? revision !== null || changed : form.status === 'draft'
  return {
    discard: revision !== null,
    keepBeside: article?.status === 'published' && !beside,
    submit: !waits && isBegun,
    save: changed || article === undefined,
  }
}

/** Saving, and the steps towards a review. */
export function EditorActions({ draft, onLeave, onReload }: EditorActionsProps) {
  const { t } = useTranslation()
  const save = useSaving(draft, onLeave)
  const steps = stepsOf(draft)
  const cannot = draft.isSaving || !steps.save
  return (
    <>
      {steps.discard && <Discard draft={draft} onReload={onReload} />}
      {steps.keepBeside && (
        <Button disabled={cannot} onClick={() => void save(true)}>
          {t('writing.keepBeside')}
        </Button>
      )}
      {steps.submit && <Submit draft={draft} save={save} onReload={onReload} />}
      <Button look="primary" disabled={cannot} onClick={() => void save()}>
        {t(draft.isSaving ? 'app.actions.saving' : draft.beside ? 'writing.saveBeside' : 'knowledge.editor.save')}
      </Button>
    </>
  )
}

/** Saves and says so; a new article gets its own address. */
function useSaving(draft: Draft, onLeave: () => void) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const navigate = useNavigate()
  return async function save(aside = draft.beside): Promise<Subject | undefined> {
    const isNew = draft.saved.article === undefined
    const saved = await draft.save({ aside })
    if (!saved?.article) return undefined
    const isLive = saved.article.status === 'published' && !aside
    tell(t(aside ? 'writing.keptBeside' : isLive ? 'knowledge.editor.publishedSaved' : 'knowledge.editor.saved'))
    if (isNew) {
      onLeave()
      await navigate({ to: '/knowledge/articles/$articleId', params: { articleId: saved.article.id }, replace: true })
    }
    return saved
  }
}

type SubmitProps = {
  draft: Draft
  save: (aside?: boolean) => Promise<Subject | undefined>
  onReload: () => void
}

/** What is not saved yet is saved first. */
function Submit({ draft, save, onReload }: SubmitProps) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const submit = useReviewStep(draft.saved.article?.id ?? '')
  const act = async () => {
    const subject = draft.changed || !draft.saved.article ? await save() : draft.saved
    const { article, revision } = subject ?? {}
    if (!article) return
    const edition = revision?.edition ?? article.version
    submit.mutate(
      { id: article.id, step: 'submit', edition },
      {
        onSuccess: () => {
          tell(t('writing.submitted'))
          onReload()
        },
        onError: warn,
      },
    )
  }
  return (
    <Button disabled={draft.isSaving || submit.isPending} onClick={() => void act()}>
      <SendHorizontal />
      {t('writing.submit')}
    </Button>
  )
}

function Discard({ draft, onReload }: { draft: Draft; onReload: () => void }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const [asking, setAsking] = useState(false)
  const { article, revision } = draft.saved
  const discard = useReviewStep(article?.id ?? '')
  const confirmed = () =>
    discard.mutate(
      { step: 'discard', edition: revision?.edition ?? 0 },
      {
        onSuccess: () => {
          tell(t('writing.discarded'))
          draft.forget()
          onReload()
        },
        onError: warn,
      },
    )
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('writing.discard')}
      </Button>
      <Confirm
        dangerous
        open={asking}
        title={t('writing.discardTitle')}
        text={t('writing.discardText')}
        action={t('writing.discard')}
        onConfirm={confirmed}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
