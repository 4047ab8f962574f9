import { Award } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useContributors } from '../api/learning-queries.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Choices } from '../ui/choices.tsx'
import { LearningPage } from './learning-page.tsx'

const periods = ['7', '30', '90', '365'] as const
const columns = ['wrote', 'corrected', 'reviewed', 'answered', 'solved'] as const

/** Who wrote, corrected and reviewed, and what it solved. */
export function Contributors() {
  const { t } = useTranslation()
  const [days, setDays] = useState<(typeof periods)[number]>('30')
  const { data, error, refetch } = useContributors(Number(days))
  return (
    <LearningPage>
      <Choices
        label={t('learning.period')}
        value={days}
        choices={periods.map((value) => ({ value, text: t('learning.days', { count: Number(value) }) }))}
        onChange={setDays}
      />
      <div className="mt-4 overflow-x-auto rounded-2xl border border-line bg-surface">
        {data && data.contributors.length > 0 && (
          <table className="w-full text-sm">
            <thead className="border-b border-line bg-sunken text-xs text-ink-faint">
              <tr>
                <th className="px-4 py-2 text-start font-medium">{t('learning.person')}</th>
                {columns.map((column) => (
                  <th key={column} className="px-3 text-end font-medium whitespace-nowrap">
                    {t(`learning.contributions.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {data.contributors.map((one) => (
                <tr key={one.staffId}>
                  <th className="px-4 py-3 text-start font-medium">{one.name}</th>
                  {columns.map((column) => (
                    <td key={column} className="px-3 text-end tabular-nums">
                      {one[column]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {data?.contributors.length === 0 && (
          <Empty icon={<Award />} title={t('learning.noContributors')} text={t('learning.noContributorsText')} />
        )}
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      </div>
    </LearningPage>
  )
}
