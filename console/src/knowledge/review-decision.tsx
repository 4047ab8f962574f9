import { Link, useNavigate } from '@tanstack/react-router'
import { Check, CornerUpLeft, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Step, useReviewStep } from '../api/review-queries.ts'
import { isProblem } from '../api/session.ts'
import { useSettings } from '../api/staff-queries.ts'
import { useMe } from '../api/use-session.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Waiting } from './one-review.tsx'

const done = { approve: 'review.approved', return: 'review.sentBack', withdraw: 'writing.withdrawn' } as const

/** What the reader may do with it: where two people are asked for, the last editor is not the second. */
function useRights({ article, revision }: Waiting) {
  const me = useMe().id
  const reviewRequired = useSettings().data?.settings.reviewRequired ?? true
  const editedBy = revision ? revision.editedBy : article.updatedBy
  return {
    isMine: editedBy === me || revision?.submittedBy === me,
    isOutdated: revision !== null && revision.base !== article.version,
    mayApprove: !(reviewRequired && editedBy === me),
  }
}

/** Approve, ask for changes, take back: each about exactly the text that is shown. */
export function ReviewDecision({ waiting, onReload }: { waiting: Waiting; onReload: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const navigate = useNavigate()
  const { article, revision } = waiting
  const [comment, setComment] = useState('')
  const step = useReviewStep(article.id)
  const { isMine, isOutdated, mayApprove } = useRights(waiting)
  const edition = revision?.edition ?? article.version
  const take = (name: Extract<Step, keyof typeof done>) =>
    step.mutate(
      { step: name, edition, comment },
      {
        onSuccess: () => {
          tell(t(done[name]))
          void navigate({ to: '/knowledge/reviews' })
        },
      },
    )
  return (
    <section
      aria-label={t('review.comment')}
      className="flex flex-col gap-3 rounded-2xl border border-line bg-surface p-4"
    >
      <NotTaken
        error={step.error}
        onReload={() => {
          step.reset()
          onReload()
        }}
      />
      {isOutdated && <Note text={t('review.outdated')} />}
      {!mayApprove && <Note text={t('review.mayNot')} />}
      <Field label={t('review.comment')} hint={t('review.commentHint')}>
        {(names) => (
          <TextArea
            {...names}
            rows={3}
            maxLength={2000}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
        )}
      </Field>
      <Button look="primary" disabled={!mayApprove || isOutdated || step.isPending} onClick={() => take('approve')}>
        <Check />
        {t('review.approve')}
      </Button>
      <Button disabled={comment.trim() === '' || step.isPending} onClick={() => take('return')}>
        <CornerUpLeft />
        {t('review.sendBack')}
      </Button>
      {isMine && (
        <Button disabled={step.isPending} onClick={() => take('withdraw')}>
          {t('writing.withdraw')}
        </Button>
      )}
      <Link to="/knowledge/articles/$articleId" params={{ articleId: article.id }} className={buttonClass('quiet')}>
        <PencilLine />
        {t('review.edit')}
      </Link>
    </section>
  )
}

function NotTaken({ error, onReload }: { error: unknown; onReload: () => void }) {
  const { t } = useTranslation()
  if (!isProblem(error, 'changed-meanwhile')) return <Refused error={error} />
  return (
    <div role="alert" className="rounded-lg border border-note-line bg-note px-3 py-2 text-sm text-note-ink">
      <p>{t('review.changed')}</p>
      <Button size="small" className="mt-2" onClick={onReload}>
        {t('review.reload')}
      </Button>
    </div>
  )
}

const Note = ({ text }: { text: string }) => (
  <p className="rounded-lg border border-note-line bg-note px-3 py-2 text-sm text-note-ink">{text}</p>
)
