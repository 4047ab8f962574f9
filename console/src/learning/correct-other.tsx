import type { Finding } from '@lingxi/contract/learning'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCorrect } from '../api/learning-queries.ts'
import { Button } from '../ui/button.tsx'
import { Refused } from '../ui/states.tsx'

/** Which of two articles is right: the other gets a newer text with its values, which waits for review. */
export function CorrectOther({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const correct = useCorrect(finding.id)
  const choose = (right: string) =>
    correct.mutate(right, {
      onSuccess: ({ articleId }) => navigate({ to: '/knowledge/reviews/$articleId', params: { articleId } }),
    })
  return (
    <section className="rounded-lg border border-line px-3 py-2.5">
      <p className="text-sm text-ink-soft">{t('learning.whichIsRight')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {finding.articles.map(({ id, title }) => (
          <Button key={id} size="small" disabled={correct.isPending} onClick={() => choose(id)} className="max-w-full">
            <span className="truncate">{[title, ...valuesOf(finding, id)].join(' · ')}</span>
          </Button>
        ))}
      </div>
      <Refused error={correct.error} />
    </section>
  )
}

/** What the article says where the two clash. */
const valuesOf = ({ spots }: Finding, id: string) =>
  spots.flatMap(({ one, values: [first, second] }) => (one.articleId === id ? first : second) ?? [])
