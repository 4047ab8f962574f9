import type { VersionRow } from '@lingxi/contract/review'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../api/knowledge-queries.ts'
import { useRestore } from '../api/review-queries.ts'
import { useSettings } from '../api/staff-queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

type RestoreVersionProps = { articleId: string; restore: number; current: VersionRow[]; icon: ReactNode }

/** Makes a new version of an old one; where texts are reviewed first, a draft of it. */
export function RestoreVersion({ articleId, restore, current, icon }: RestoreVersionProps) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [comment, setComment] = useState('')
  const reviewRequired = useSettings().data?.settings.reviewRequired ?? false
  const article = useArticle(articleId).data
  const { mutate, error, isPending, reset } = useRestore(articleId)
  const version = article?.version ?? current.find(({ isCurrent }) => isCurrent)?.version ?? 1
  const close = () => {
    setAsking(false)
    reset()
  }
  const act = () =>
    mutate(
      { restore, version, ...(comment.trim() && { comment: comment.trim() }) },
      {
        onSuccess({ revision }) {
          setAsking(false)
          tell(t(revision ? 'review.restoredDraft' : 'review.restored'))
          if (revision) void navigate({ to: '/knowledge/articles/$articleId', params: { articleId } })
        },
      },
    )
  return (
    <>
      <IconButton label={t('review.restoreOf', { number: restore })} onClick={() => setAsking(true)}>
        {icon}
      </IconButton>
      <Dialog
        open={asking}
        onClose={close}
        title={t('review.restoreTitle', { number: restore })}
        about={t(reviewRequired && article?.status === 'published' ? 'review.restoreReview' : 'review.restoreText')}
        footer={
          <>
            <Button onClick={close}>{t('app.actions.cancel')}</Button>
            <Button look="primary" disabled={isPending} onClick={act}>
              {t('review.restore')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <Refused error={error} />
          <Field label={t('review.why')}>
            {(names) => (
              <TextInput
                {...names}
                maxLength={2000}
                value={comment}
                onChange={({ target }) => setComment(target.value)}
              />
            )}
          </Field>
        </div>
      </Dialog>
    </>
  )
}
