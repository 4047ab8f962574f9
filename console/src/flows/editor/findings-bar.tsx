import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { FindingText } from './finding-list.tsx'
import type { Finding } from './live-findings.ts'

type FindingsBarProps = { findings: readonly Finding[]; onSelect: (step: string | null) => void }

/** How much is wrong with what is edited; opened, each leads to its step. */
export function FindingsBar({ findings, onSelect }: FindingsBarProps) {
  const { t } = useTranslation()
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  if (findings.length === 0)
    return (
      <span className="flex items-center gap-1.5 text-sm text-ink-faint">
        <CircleCheck className="size-4 text-accent" />
        {t('flows.findings.none')}
      </span>
    )
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass('quiet', 'small')}>
          {errors > 0 && <Badge tone="danger">{t('flows.errors', { count: errors })}</Badge>}
          {warnings > 0 && <Badge tone="warm">{t('flows.warnings', { count: warnings })}</Badge>}
        </button>
      }
    >
      <div className="max-h-96 max-w-md overflow-y-auto">
        {findings.map((finding, place) => (
          <MenuItem key={place} onSelect={() => onSelect(finding.step)}>
            <span className="text-sm">
              {finding.step && <code className="text-xs text-ink-faint">{finding.step}</code>}
              <FindingText finding={finding} />
            </span>
          </MenuItem>
        ))}
      </div>
    </Menu>
  )
}
