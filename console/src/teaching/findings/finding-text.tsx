import type { LessonFinding } from '@lingxi/contract/teaching'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'

const tones: Record<LessonFinding['kind'], Tone> = {
  malformed: 'danger',
  'unknown-type': 'danger',
  'too-long': 'danger',
  'two-intents': 'warm',
  'near-twins': 'warm',
  'few-examples': 'info',
  duplicate: 'plain',
}

/** What is doubtful, in a line or two. */
export function FindingText({ finding }: { finding: LessonFinding }) {
  const { t } = useTranslation()
  const { kind, intents, texts, number, line, reason } = finding
  const named = intents.map((name) => name || t('teaching.outOfScope.title')).join(' · ')
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tones[kind]}>{t(`teaching.findings.kinds.${kind}`)}</Badge>
        <span className="text-sm text-ink-soft">
          {kind === 'few-examples' && t('teaching.findings.count', { count: number ?? 0 })}
          {kind === 'near-twins' && t('teaching.findings.alike', { percent: Math.round((number ?? 0) * 100) })}
        </span>
        {named && <span className="text-sm text-ink-faint">{named}</span>}
        {line !== null && <span className="text-sm text-ink-faint">{t('teaching.findings.line', { line })}</span>}
      </p>
      {texts.map((text) => (
        <p key={text} className="mt-1 break-words">
          {text}
        </p>
      ))}
      {reason && <p className="mt-0.5 font-mono text-xs break-words text-ink-soft">{reason}</p>}
    </div>
  )
}
