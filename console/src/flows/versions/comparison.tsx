import type { FlowPartDifference, StepChange } from '@lingxi/contract/flow-versions'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFlowComparison } from '../../api/flow-version-queries.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { DifferenceList } from './difference-list.tsx'

type Compared = { from: number; to: number }
type ComparisonProps = Compared & { newest: number; onChange: (compared: Compared) => void; onClose: () => void }

/** What is otherwise in one version than in another, part by part and step by step. */
export function Comparison({ from, to, newest, onChange, onClose }: ComparisonProps) {
  const { t } = useTranslation()
  const options = Array.from({ length: newest + 1 }, (_, place) => {
    const number = place === 0 ? 0 : newest - place + 1
    return {
      value: String(number),
      label: number === 0 ? t('flowVersions.draft') : t('flowVersions.version', { number }),
    }
  })
  return (
    <Dialog open place="side" title={t('flowVersions.comparison')} onClose={onClose}>
      <div className="mb-4 flex items-center gap-2">
        <Select
          label={t('flowVersions.from')}
          value={String(from)}
          options={options}
          onChange={(next) => onChange({ from: Number(next), to })}
        />
        <ArrowRight aria-hidden className="size-4 text-ink-faint" />
        <Select
          label={t('flowVersions.to')}
          value={String(to)}
          options={options}
          onChange={(next) => onChange({ from, to: Number(next) })}
        />
      </div>
      {from === to ? (
        <p className="text-ink-soft">{t('flowVersions.nothingDiffers')}</p>
      ) : (
        <Differing from={from} to={to} />
      )}
    </Dialog>
  )
}

function Differing({ from, to }: Compared) {
  const { t } = useTranslation()
  const { data, error, refetch } = useFlowComparison(from, to)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />
  if (data.parts.length === 0) return <p className="text-ink-soft">{t('flowVersions.nothingDiffers')}</p>
  return data.parts.map((part) => <PartDifference key={`${part.kind} ${part.name}`} part={part} />)
}

const tones: Record<StepChange['change'], Tone> = { added: 'accent', removed: 'danger', changed: 'warm', moved: 'info' }

function PartDifference({ part: { kind, name, change, fields, steps } }: { part: FlowPartDifference }) {
  const { t } = useTranslation()
  return (
    <details open={change === 'changed'} className="mb-3 rounded-xl border border-line p-3">
      <summary className="cursor-pointer">
        <Badge tone={tones[change]}>{t(`flowVersions.changes.${change}`)}</Badge>{' '}
        <span className="text-sm text-ink-faint">{t(`flows.partKinds.${kind}`)}</span>{' '}
        <span className="font-medium">{name}</span>
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        {fields.length > 0 && <DifferenceList fields={fields} />}
        {steps.map((step) => (
          <section key={step.id} className="border-s-2 border-line ps-3">
            <p className="mb-2 flex items-center gap-2 text-sm">
              <Badge tone={tones[step.change]}>{t(`flowVersions.changes.${step.change}`)}</Badge>
              {t('flowVersions.step')} <code>{step.id}</code>
            </p>
            {step.fields.length > 0 && <DifferenceList fields={step.fields} />}
          </section>
        ))}
      </div>
    </details>
  )
}
