import type { QuestionStep } from '@lingxi/contract/question-steps'
import { useTranslation } from 'react-i18next'

/** What was made of a question before it was searched, one line a step. */
export function QuestionSteps({ steps }: { steps: QuestionStep[] }) {
  const { t } = useTranslation()
  const told = (step: QuestionStep): string => {
    switch (step.kind) {
      case 'completed':
        return t('app.steps.completed', { from: step.from, text: step.text })
      case 'corrected':
        return t(`app.steps.corrected.${step.by}`, { said: step.said, meant: step.meant })
      case 'split':
        return t('app.steps.split', { parts: step.parts.join(' | ') })
      case 'expanded':
        return t(`app.steps.expanded.${step.by}`, { word: step.word, others: step.others.join(', ') })
      case 'reranked':
        return t(`app.steps.reranked.${step.by}`, { count: step.moved })
    }
  }
  return (
    <ol className="mt-1 flex flex-col gap-0.5 text-sm">
      {steps.map((step) => (
        <li key={told(step)} className="break-words">
          {told(step)}
        </li>
      ))}
    </ol>
  )
}
