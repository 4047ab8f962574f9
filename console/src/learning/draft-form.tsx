import type { GapDraft } from '@lingxi/contract/learning'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExtend, useGapDraft, usePropose } from '../api/learning-queries.ts'
import { knownWord } from '../i18n/known-word.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { Failed, Refused, SkeletonRows } from '../ui/states.tsx'

const newArticle = ''
const origins = {
  nobody: 'learning.draftEmpty',
  merged: 'learning.draftFrom',
  model: 'learning.draftWritten',
} as const

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
  const [into, setInto] = useState(newArticle)
  const propose = usePropose(gapId)
  const extend = useExtend(gapId)
  const { alternatives, language, near } = proposal
  const isNew = into === newArticle
  const make = () =>
    propose.mutate(
      { title, body, alternatives, language },
      { onSuccess: ({ id }) => navigate({ to: '/knowledge/articles/$articleId', params: { articleId: id } }) },
    )
  const add = () =>
    extend.mutate(
      { articleId: into, added: body.trim(), alternatives: [proposal.title, ...alternatives] },
      { onSuccess: ({ articleId }) => navigate({ to: '/knowledge/reviews/$articleId', params: { articleId } }) },
    )
  const isPending = propose.isPending || extend.isPending
  const isReady = !isNew || (title.trim() !== '' && body.trim() !== '')
  return (
    <section className="flex flex-col gap-3">
      <Origin proposal={proposal} />
      {near.length > 0 && (
        <Field label={t('learning.draftInto')}>
          {({ id }) => (
            <Select
              id={id}
              className="w-full"
              value={into}
              onChange={setInto}
              options={[
                { value: newArticle, label: t('learning.newArticle') },
                ...near.map(({ id: value, title: label }) => ({ value, label })),
              ]}
            />
          )}
        </Field>
      )}
      {isNew && (
        <Field label={t('learning.draftTitle')}>
          {(names) => (
            <TextInput {...names} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
      )}
      <Field
        label={t(isNew ? 'learning.draftBody' : 'learning.draftAdded')}
        hint={t(isNew ? 'learning.draftHint' : 'learning.draftAddedHint')}
      >
        {(names) => <TextArea {...names} rows={7} value={body} onChange={(event) => setBody(event.target.value)} />}
      </Field>
      <Refused error={isNew ? propose.error : extend.error} />
      <div>
        <Button look="primary" disabled={!isReady || isPending} onClick={isNew ? make : add}>
          {t('learning.toReview')}
        </Button>
      </div>
    </section>
  )
}

/** Who wrote the words, and what became of the model's where they are not its own. */
function Origin({ proposal: { writer, modelOutcome, conversations } }: { proposal: GapDraft }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="text-sm text-ink-soft">
      <h3 className="font-medium">{t(origins[writer], { count: conversations })}</h3>
      {modelOutcome !== null && writer !== 'model' && (
        <p className="mt-0.5">{t('learning.draftModel', { outcome: knownWord(i18n, 'model', modelOutcome) })}</p>
      )}
    </div>
  )
}
