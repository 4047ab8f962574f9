import type { Mood } from '@lingxi/contract/understanding'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { percent, ShareBar } from '../../ui/share-bar.tsx'
import { Because } from './intents-read.tsx'

const signs = ['anger', 'urgency', 'politeness', 'sarcasm', 'churn', 'legalThreat'] as const
const tones: Record<Mood['sentiment']['label'], Tone> = { positive: 'accent', neutral: 'plain', negative: 'danger' }

/** How the message feels, each sign with its strength and the words it rests on. */
export function MoodRead({ mood }: { mood: Mood }) {
  const { t } = useTranslation()
  const { sentiment, emotion, emoji } = mood
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <Badge tone={tones[sentiment.label]}>
          {t(`understanding.sentiments.${sentiment.label}`)} {percent(sentiment.confidence)}
        </Badge>
        <Badge tone="info">
          {t(`understanding.emotions.${emotion.label}`)} {percent(emotion.confidence)}
        </Badge>
        {emoji.map(({ emoji: sign, name, count }) => (
          <Badge key={sign}>
            {sign} {name} ×{count}
          </Badge>
        ))}
      </p>
      <Because reasons={sentiment.because} />
      <ul className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {signs.map((sign) => (
          <li key={sign}>
            <span className="grid grid-cols-[minmax(0,1fr)_8rem] items-center gap-3">
              {t(`understanding.signs.${sign}`)}
              <ShareBar share={mood[sign].strength} tone={sign === 'politeness' ? 'accent' : 'warm'} />
            </span>
            <Because reasons={mood[sign].because} />
          </li>
        ))}
      </ul>
    </>
  )
}
