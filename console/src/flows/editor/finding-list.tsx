import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import type { Finding } from './live-findings.ts'

/** What is wrong here, errors first. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation()
  if (findings.length === 0) return null
  return (
    <ul aria-label={t('flows.findings.label')} aria-live="polite" className="flex flex-col gap-1">
      {findings.slice(0, 20).map((finding, place) => (
        <li
          key={place}
          className={classNames(
            'rounded-lg border px-2.5 py-1.5 text-sm',
            finding.severity === 'error'
              ? 'border-danger-line bg-danger-soft text-danger'
              : 'border-note-line bg-note text-note-ink',
          )}
        >
          <FindingText finding={finding} />
        </li>
      ))}
    </ul>
  )
}

/** A finding in words, with the sign of its severity. */
export function FindingText({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const { code, words, severity } = finding
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  const language = words['language']
  const said = {
    ...words,
    ...((language === 'zh' || language === 'en') && { language: t(`app.languages.${language}`) }),
  }
  return (
    <span className="flex gap-1.5">
      <Icon aria-label={t(`flows.findings.${severity}`)} className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{t(`flows.findings.codes.${code}`, said)}</span>
    </span>
  )
}
