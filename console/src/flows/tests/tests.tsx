import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFlowTests } from '../../api/flow-test-queries.ts'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Coverage } from './coverage.tsx'
import { TestList } from './test-list.tsx'

/** What customers say with what has to come of it, run through the draft: the tests, and what none of them goes through. */
export function FlowTests() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { view = 'list' } = useSearch({ from: '/flows/tests' })
  const { data, error, refetch } = useFlowTests()
  if (!data)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-12" />
  return (
    <>
      <p className="-mt-1 mb-4 text-sm text-ink-soft">{t('flowTests.lead')}</p>
      <Tabs
        value={view}
        onChange={(next) =>
          void navigate({ to: '/flows/tests', search: next === 'coverage' ? { view: next } : {}, replace: true })
        }
        tabs={(['list', 'coverage'] as const).map((value) => ({ value, label: t(`flowTests.views.${value}`) }))}
      >
        {view === 'coverage' ? <Coverage /> : <TestList tests={data.cases} run={data.run} />}
      </Tabs>
    </>
  )
}
