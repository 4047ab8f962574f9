import type { TriedQuestion } from '@lingxi/contract/trying'
import { Equal, EqualNot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { TriedAnswer } from './tried-answer.tsx'
import { TriedHits } from './tried-hits.tsx'

type ComparedProps = { one: TriedQuestion; other: TriedQuestion; onAsk: (question: string) => void }

/** One question under two sets of conditions, side by side, with how far each passage moved. */
export function Compared({ one, other, onAsk }: ComparedProps) {
  const { t } = useTranslation()
  const same = one.outcome === other.outcome && one.text === other.text
  const sides = [
    { title: t('trying.one'), tried: one, before: undefined },
    { title: t('trying.other'), tried: other, before: one.hits },
  ]
  return (
    <>
      <p className="mb-4">
        <Badge tone={same ? 'plain' : 'info'}>
          {same ? <Equal /> : <EqualNot />}
          {t(same ? 'trying.sameAnswer' : 'trying.otherAnswer')}
        </Badge>
      </p>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {sides.map(({ title, tried, before }) => (
          <section key={title} aria-label={title} className="flex min-w-0 flex-col gap-5">
            <h2 className="-mb-2 text-sm font-medium text-ink-soft">{title}</h2>
            <TriedAnswer tried={tried} onAsk={onAsk} />
            <TriedHits hits={tried.hits} phrases={tried.phrases} before={before} />
          </section>
        ))}
      </div>
    </>
  )
}
