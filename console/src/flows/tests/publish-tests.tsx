import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFlowTests } from '../../api/flow-test-queries.ts'
import { standingOf } from './standing.ts'

const calm = 'rounded-lg border border-line bg-sunken px-3 py-2 text-sm block text-ink-soft'
const warning = 'rounded-lg border border-note-line bg-note px-3 py-2 text-sm block text-note-ink'

/** How many conversation tests pass, for who is about to publish. It keeps nobody from it. */
export function PublishTests() {
  const { t } = useTranslation()
  const { data } = useFlowTests()
  if (!data || data.cases.length === 0) return null
  const { all, passed, failed, open } = standingOf(data.cases)
  return (
    <output aria-label={t('flowTests.publish.label')} className={failed + open > 0 ? warning : calm}>
      {[
        t('flowTests.publish.passing', { passed, all }),
        ...(failed > 0 ? [t('flowTests.publish.failed', { count: failed })] : []),
        ...(open > 0 ? [t('flowTests.publish.open', { count: open })] : []),
      ].join(' ')}{' '}
      <Link to="/flows/tests" className="underline">
        {t('flowTests.publish.look')}
      </Link>
    </output>
  )
}
