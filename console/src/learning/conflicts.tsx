import { type FindingKind, type FindingState, findingKinds } from '@lingxi/contract/learning'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFindings } from '../api/learning-queries.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Choices } from '../ui/choices.tsx'
import { FindingCard } from './finding-card.tsx'
import { LearningPage } from './learning-page.tsx'
import { More } from './more.tsx'

const states: FindingState[] = ['open', 'ignored', 'solved']

/** What contradicts, doubles, leads nowhere or is out of date. */
export function Conflicts() {
  const { t } = useTranslation()
  const [state, setState] = useState<FindingState>('open')
  const [kind, setKind] = useState<FindingKind | 'all'>('all')
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useFindings({ state, kind: kind === 'all' ? undefined : kind, offset })
  const counted = (each: FindingKind) => (state === 'open' && data?.open[each] ? ` ${data.open[each]}` : '')
  const kinds = [
    { value: 'all' as const, text: t('learning.allKinds') },
    ...findingKinds.map((value) => ({ value, text: `${t(`learning.kinds.${value}`)}${counted(value)}` })),
  ]
  return (
    <LearningPage>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Choices
          label={t('learning.stateLabel')}
          value={state}
          choices={states.map((value) => ({ value, text: t(`learning.states.${value}`) }))}
          onChange={(next) => {
            setState(next)
            setOffset(0)
          }}
        />
        <Choices
          label={t('learning.kindLabel')}
          value={kind}
          choices={kinds}
          onChange={(next) => {
            setKind(next)
            setOffset(0)
          }}
        />
      </div>
      <div className="mt-4 flex flex-col gap-3">
        {data?.findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} />
        ))}
        {data?.findings.length === 0 && (
          <Empty icon={<ShieldCheck />} title={t('learning.noFindings')} text={t('learning.noFindingsText')} />
        )}
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      </div>
      <More offset={offset} total={data?.total ?? 0} onChange={setOffset} />
    </LearningPage>
  )
}
