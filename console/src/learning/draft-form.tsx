import type { GapDraft } from '@lingxi/contract/learning'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGapDraft, usePropose } from '../api/learning-queries.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Failed, Refused, SkeletonRows } from '../ui/states.tsx'

/** The article as the machine would write it; a person sends it to review, and another may release it. */
export function DraftForm({ gapId }: { gapId: string }) {
  const { data, error, refetch } = useGapDraft(gapId, true)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return data ? <Draft gapId={gapId} proposal={data} /> : <SkeletonRows count={3} className="h-8" />
}

function Draft({ gapId, proposal }: { gapId: string; proposal: GapDraft }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [title, setTitle] = useState(proposal.title)
  const [body, setBody] = useState(proposal.body)
  const propose = usePropose(gapId)
  const { alternatives, language } = proposal
  const send = () =>
    propose.mutate(
      { title, body, alternatives, language },
      { onSuccess: ({ id }) => navigate({ to: '/knowledge/articles/$articleId', params: { articleId: id } }) },
    )
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm font-medium text-ink-soft">
        {t(proposal.writer === 'nobody' ? 'learning.draftEmpty' : 'learning.draftFrom', {
          count: proposal.conversations,
        })}
      </h3>
      <Field label={t('learning.draftTitle')}>
        {(names) => (
          <TextInput {...names} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Field label={t('learning.draftBody')} hint={t('learning.draftHint')}>
        {(names) => <TextArea {...names} rows={7} value={body} onChange={(event) => setBody(event.target.value)} />}
      </Field>
      <Refused error={propose.error} />
      <div>
        <Button look="primary" disabled={title.trim() === '' || body.trim() === '' || propose.isPending} onClick={send}>
          {t('learning.toReview')}
        </Button>
      </div>
    </section>
  )
}
