import type { TriedQuestion } from '@lingxi/contract/trying'
import { ClipboardPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { QuestionDialog } from '../evaluation/question-dialog.tsx'

/** Keeps what was tried as a question of a set, expected to be answered as it was. */
export function AddToEvaluation({ question, tried }: { question: string; tried: TriedQuestion }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!useMay('supervisor')) return null
  const declined = tried.outcome === 'unknown'
  const articleIds = [...new Set(tried.citations.map(({ articleId }) => articleId))]
  const language = tried.hits[0]?.language ?? (i18n.language === 'en' ? 'en' : 'zh')
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <ClipboardPlus />
        {t('evaluation.addThis')}
      </Button>
      {open && (
        <QuestionDialog start={{ question, language, decline: declined, articleIds }} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
