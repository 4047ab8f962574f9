import type { Meaning } from '@lingxi/contract/understanding'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/choices.tsx'
import { classNames } from '../../ui/class-names.ts'
import { hueStyle } from '../../ui/hues.ts'
import { type Span, textPieces } from '../../ui/text-pieces.ts'
import { useTypeTitles } from '../../pieces/use-type-titles.ts'

type Seen = Span & {
  layer: 'entity' | 'correction' | 'personal' | 'because'
  label: string
  hue: string
  weight: number
}
type Names = Record<'type' | 'personal', (name: string) => string>
const views = ['found', 'because'] as const

function seenIn({ entities, corrections, personalData, intents }: Meaning, nameOf: Names): Seen[] {
  const found = [
    ...entities.map(({ type, ...at }) => ({
      ...at,
      layer: 'entity' as const,
      label: nameOf.type(type),
      hue: type,
      weight: 0,
    })),
    ...corrections.map(({ meant, ...at }) => ({
      ...at,
      layer: 'correction' as const,
      label: `→ ${meant}`,
      hue: '',
      weight: 0,
    })),
    ...personalData.map(({ kind, ...at }) => ({
      ...at,
      layer: 'personal' as const,
      label: nameOf.personal(kind),
      hue: '',
      weight: 0,
    })),
  ]
  const because = intents.flatMap((intent) => intent.because)
  return [
    ...found,
    ...because.map(({ weight, ...at }) => ({ ...at, layer: 'because' as const, label: '', hue: '', weight })),
  ]
}

/** The text as it was written, with the places that each part saw in it: what was found, or how much each word weighed. */
export function SeenText({ text, meaning }: { text: string; meaning: Meaning }) {
  const { t } = useTranslation()
  const [view, setView] = useState<(typeof views)[number]>('found')
  const type = useTypeTitles()
  const all = seenIn(meaning, {
    type,
    personal: (kind) => t(`understanding.personalData.${kind as 'phone'}`),
  })
  const seen = all.filter(({ layer }) => (layer === 'because') === (view === 'because'))
  const most = Math.max(...seen.map(({ weight }) => Math.abs(weight)), 1e-9)
  return (
    <>
      <p className="text-lg leading-9 break-words">
        {textPieces(text, seen).map(({ start, text: piece, spans }) => (
          <SeenPiece key={start} piece={piece} spans={spans} ending={start + piece.length} most={most} />
        ))}
      </p>
      <div className="mt-2">
        <Choices
          label={t('understanding.trying.view')}
          value={view}
          choices={views.map((value) => ({ value, text: t(`understanding.trying.views.${value}`) }))}
          onChange={setView}
        />
      </div>
    </>
  )
}

type SeenPieceProps = { piece: string; spans: Seen[]; ending: number; most: number }

function SeenPiece({ piece, spans, ending, most }: SeenPieceProps) {
  if (spans.length === 0) return <span className="whitespace-pre-wrap">{piece}</span>
  const entity = spans.find(({ layer }) => layer === 'entity')
  const weight = spans.reduce((sum, span) => sum + span.weight, 0)
  const strength = Math.round(Math.min(1, Math.abs(weight) / most) * 80)
  const tone = weight < 0 ? 'var(--danger-soft)' : 'var(--mark)'
  const style = entity
    ? hueStyle(entity.hue)
    : { backgroundColor: weight ? `color-mix(in srgb, ${tone} ${strength + 20}%, transparent)` : 'transparent' }
  const labels = spans.filter(({ end, label }) => end === ending && label).map(({ label }) => label)
  return (
    <mark
      style={{ color: 'inherit', ...style }}
      data-label={labels.join(' · ')}
      className={classNames(
        'rounded box-decoration-clone py-0.5 whitespace-pre-wrap',
        labels.length > 0 &&
          'after:ms-1 after:whitespace-nowrap after:text-[0.6875rem] after:opacity-85 after:content-[attr(data-label)]',
        spans.some(({ layer }) => layer === 'correction') && 'underline decoration-danger decoration-wavy',
        spans.some(({ layer }) => layer === 'personal') &&
          'outline-1 outline-offset-1 outline-ink-faint outline-dotted',
      )}
    >
      {piece}
    </mark>
  )
}
