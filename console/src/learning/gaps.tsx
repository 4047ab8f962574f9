import { type GapState, gapStates } from '@lingxi/contract/learning'
import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGaps } from '../api/learning-queries.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Choices } from '../ui/choices.tsx'
import { GapCard } from './gap-card.tsx'
import { LearningPage } from './learning-page.tsx'
import { More } from './more.tsx'

/** What customers asked and nobody had written down. */
export function Gaps() {
  const { t } = useTranslation()
  const [state, setState] = useState<GapState>('open')
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useGaps(state, offset)
  const choose = (next: GapState) => {
    setState(next)
    setOffset(0)
  }
  const choices = gapStates.map((value) => ({ value, text: t(`learning.gapStates.${value}`) }))
  return (
    <LearningPage>
      <Choices label={t('learning.stateLabel')} value={state} choices={choices} onChange={choose} />
      <div className="mt-4 flex flex-col gap-3">
        {data?.gaps.map((gap) => (
          <GapCard key={gap.id} gap={gap} />
        ))}
        {data?.gaps.length === 0 && (
          <Empty icon={<Lightbulb />} title={t('learning.noGaps')} text={t('learning.noGapsText')} />
        )}
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      </div>
      <More offset={offset} total={data?.total ?? 0} onChange={setOffset} />
    </LearningPage>
  )
}
