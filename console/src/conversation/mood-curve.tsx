import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Emotion } from '@lingxi/contract/understanding'
import { TrendingDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { readMoods } from './read-moods.ts'

const width = 240
const height = 56
const margin = 6

type Props = { events: readonly ConversationEvent[]; falling: boolean }

/** How the customer felt from message to message: the line is the score, the last point says what it is. */
export function MoodCurve({ events, falling }: Props) {
  const { t } = useTranslation()
  const moods = readMoods(events)
  const last = moods.at(-1)
  if (!last) return null
  const x = (at: number) => margin + (moods.length < 2 ? 1 : at / (moods.length - 1)) * (width - 2 * margin)
  const y = (score: number) => margin + ((1 - score) / 2) * (height - 2 * margin)
  const points = moods.map(({ score }, at) => `${x(at)},${y(score)}`).join(' ')
  const emotion = (label: Emotion) => t(`conversation.mood.emotions.${label}`)
  return (
    <section className="border-b border-line px-5 py-5" aria-label={t('conversation.mood.title')}>
      <div className="flex items-center justify-between gap-2 text-sm">
        <h3 className="text-ink-faint">{t('conversation.mood.title')}</h3>
        {falling ? (
          <Badge tone="danger">
            <TrendingDown />
            {t('conversation.mood.falling')}
          </Badge>
        ) : (
          <span>{emotion(last.emotion)}</span>
        )}
      </div>
      <p className="sr-only">
        {moods.map(({ score, emotion: felt }) => `${emotion(felt)} ${score.toFixed(1)}`).join(', ')}
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="mt-2 w-full">
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line" strokeDasharray="3 3" />
        <polyline points={points} fill="none" className="stroke-accent" strokeWidth={2} strokeLinejoin="round" />
        {moods.map(({ messageId, score, emotion: felt }, at) => (
          <circle key={messageId} cx={x(at)} cy={y(score)} r={3} className={score < 0 ? 'fill-danger' : 'fill-accent'}>
            <title>{`${emotion(felt)} ${score.toFixed(1)}`}</title>
          </circle>
        ))}
      </svg>
    </section>
  )
}
