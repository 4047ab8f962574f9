import type { EntityValue, Meaning } from '@lingxi/contract/understanding'
import { useTranslation } from 'react-i18next'
import { hueStyle } from '../../ui/hues.ts'
import { percent } from '../../ui/share-bar.tsx'
import { useTypeTitles } from '../../pieces/use-type-titles.ts'

/** What the message names, each with its value and what saw it; slips that were mended; personal data. */
export function EntitiesRead({ meaning: { entities, corrections, personalData } }: { meaning: Meaning }) {
  const { t } = useTranslation()
  const shown = useShownValue()
  const called = useTypeTitles()
  if (entities.length + corrections.length + personalData.length === 0)
    return <p className="text-ink-soft">{t('understanding.trying.noEntities')}</p>
  return (
    <ul className="flex flex-col gap-1.5">
      {entities.map(({ type, start, text, value, confidence, by }) => (
        <li key={`${start} ${type}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span style={hueStyle(type)} className="rounded px-1.5 text-sm">
            {called(type)}
          </span>
          <span className="font-medium">{text}</span>
          <span className="text-ink-soft">{shown(value, text)}</span>
          <span className="ms-auto text-sm text-ink-faint tabular-nums">
            {t(`understanding.seenBy.${by}`)} · {percent(confidence)}
          </span>
        </li>
      ))}
      {corrections.map(({ start, said, meant, by, confidence }) => (
        <li key={`slip ${start}`} className="flex flex-wrap items-baseline gap-x-3">
          <span className="rounded bg-danger-soft px-1.5 text-sm text-danger">
            {t('understanding.trying.correction')}
          </span>
          <span>
            <del className="text-ink-faint">{said}</del> → <ins className="font-medium no-underline">{meant}</ins>
          </span>
          <span className="ms-auto text-sm text-ink-faint tabular-nums">
            {t(`understanding.slips.${by}`)} · {percent(confidence)}
          </span>
        </li>
      ))}
      {personalData.map(({ start, kind, confidence }) => (
        <li key={`personal ${start}`} className="flex flex-wrap items-baseline gap-x-3">
          <span className="rounded border border-dotted border-ink-faint px-1.5 text-sm">
            {t('understanding.trying.personal')}
          </span>
          <span>{t(`understanding.personalData.${kind}`)}</span>
          <span className="ms-auto text-sm text-ink-faint tabular-nums">{percent(confidence)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A value as people say it; nothing where it is the words themselves. */
function useShownValue() {
  const { t } = useTranslation()
  return (value: EntityValue, words: string): string => {
    switch (value.kind) {
      case 'text':
        return value.text === words ? '' : `= ${value.text}`
      case 'number':
        return `= ${value.number}${value.unit ? ` ${value.unit}` : ''}`
      case 'time':
        return `= ${shownTime(value)}`
      case 'duration':
        return `= ${t('understanding.trying.seconds', { count: value.seconds })}`
    }
  }
}

type Time = Extract<EntityValue, { kind: 'time' }>
const day = 24 * 3_600_000

/** In the time zone of the company, as the server told it: days without a time, and a single day without its end. */
function shownTime({ from, to, grain }: Time): string {
  const isOfDays = !['second', 'minute', 'hour'].includes(grain)
  const shown = (moment: string) => moment.slice(0, isOfDays ? 10 : 16).replace('T', ' ')
  const isOneDay = to !== null && isOfDays && Date.parse(to) - Date.parse(from) <= day
  return to === null || isOneDay ? shown(from) : `${shown(from)} – ${shown(to)}`
}
