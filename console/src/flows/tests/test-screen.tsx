import { useParams } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft } from '../../api/flow-queries.ts'
import { useFlowTest } from '../../api/flow-test-queries.ts'
import { isProblem } from '../../api/session.ts'
import { useMay } from '../../api/use-session.ts'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { sampleOf } from './sample.ts'
import { TestPage } from './test-page.tsx'

/** One test: what it says, and what came of it last; or a new one. */
export function TestScreen() {
  const { testId } = useParams({ from: '/flows/tests/$testId' })
  const mayChange = useMay('supervisor')
  if (testId === 'new' && mayChange) return <NewTest />
  return <KeptTest key={testId} id={testId} />
}

function NewTest() {
  const { t, i18n } = useTranslation()
  const draft = useFlowDraft()
  if (!draft.data)
    return draft.error ? (
      <Failed error={draft.error} onRetry={() => void draft.refetch()} />
    ) : (
      <SkeletonRows count={8} className="h-12" />
    )
  const flow = Object.keys(draft.data.set.flows)[0]
  const words = { name: t('flowTests.sample.name'), user: t('flowTests.sample.user'), said: t('flowTests.sample.said') }
  return <TestPage kept={null} text={sampleOf({ ...words, language: i18n.language === 'en' ? 'en' : 'zh', flow })} />
}

function KeptTest({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useFlowTest(id)
  // What is being edited stays, even where somebody removed it meanwhile.
  if (data) return <TestPage kept={data} text={data.text} />
  if (isProblem(error, 'not-found')) return <Empty whole icon={<SearchX />} title={t('flowTests.editor.gone')} />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return <SkeletonRows count={8} className="h-12" />
}
