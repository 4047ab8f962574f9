import type { EvaluationQuestion } from '@lingxi/contract/evaluation'
import { ListChecks, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvaluationQuestions, useRemoveQuestion } from '../../api/evaluation-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { QuestionDialog } from './question-dialog.tsx'

/** What is asked, and what is expected of each answer. */
export function Questions({ setId }: { setId: string }) {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const { data, error, refetch } = useEvaluationQuestions(setId)
  const [open, setOpen] = useState<EvaluationQuestion | 'new'>()
  return (
    <section aria-label={t('evaluation.tabs.questions')} className="pt-1">
      {mayEdit && (
        <Button onClick={() => setOpen('new')}>
          <Plus />
          {t('evaluation.addQuestion')}
        </Button>
      )}
      <div className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
        {data && data.questions.length > 0 && (
          <ul className="divide-y divide-line">
            {data.questions.map((question) => (
              <Row key={question.id} question={question} onEdit={mayEdit ? () => setOpen(question) : undefined} />
            ))}
          </ul>
        )}
        {data?.questions.length === 0 && (
          <Empty icon={<ListChecks />} title={t('evaluation.noQuestions')} text={t('evaluation.noQuestionsText')} />
        )}
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      </div>
      {open && (
        <QuestionDialog
          setId={setId}
          start={open === 'new' ? {} : open}
          known={open === 'new' ? undefined : open.id}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

function Row({ question: each, onEdit }: { question: EvaluationQuestion; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const remove = useRemoveQuestion()
  const { id, question, decline, articleIds, mustContain } = each
  return (
    <li className="flex items-center gap-3 py-2.5 ps-5 pe-3">
      <span className="min-w-0 flex-1">
        <span className="block break-words">{question}</span>
        <span className="mt-1 flex flex-wrap gap-1.5">
          {decline && <Badge tone="warm">{t('evaluation.decline')}</Badge>}
          {articleIds.length > 0 && <Badge tone="info">{`${t('evaluation.articles')} (${articleIds.length})`}</Badge>}
          {mustContain.map((words) => (
            <Badge key={words} tone="accent">
              {words}
            </Badge>
          ))}
        </span>
      </span>
      {onEdit && (
        <span className="flex">
          <IconButton label={t('evaluation.edit', { question })} onClick={onEdit}>
            <Pencil />
          </IconButton>
          <IconButton
            label={t('evaluation.remove', { question })}
            disabled={remove.isPending}
            onClick={() => remove.mutate(id, { onSuccess: () => tell(t('evaluation.removed')), onError: warn })}
          >
            <Trash2 />
          </IconButton>
        </span>
      )}
    </li>
  )
}
