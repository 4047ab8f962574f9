import { useTranslation } from 'react-i18next'
import { useChoosing } from '../../api/choosing-queries.ts'
import { LearningPage } from '../learning-page.tsx'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { Standing } from './standing.tsx'
import { Versions } from './versions.tsx'
import { Ways } from './ways.tsx'

/** What chooses where several ways to go on are plausible: whether it tries, how each way turned out, what was learnt. */
export function ChoosingPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useChoosing()
  return (
    <LearningPage>
      <p className="mb-5 max-w-2xl text-ink-soft">{t('choosing.lead')}</p>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />)}
      {data && (
        <div className="flex flex-col gap-8">
          <Standing overview={data} />
          <Ways />
          <Versions standing={data.standing} />
        </div>
      )}
    </LearningPage>
  )
}
