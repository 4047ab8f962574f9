import type { FieldChange } from '@lingxi/contract/flow-versions'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../../i18n/known-word.ts'
import { Differences } from '../../ui/differences.tsx'

/** A value as people read it: words as they are, what is more as it is written. */
const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2)

/** Where something is, with the keys called by what they are in the forms. Numbers are told from 1. */
function usePlaceName() {
  const { i18n } = useTranslation()
  return (at: string) =>
    at
      .split('.')
      .map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : knownWord(i18n, 'flowField', key)))
      .join(' › ')
}

/** What is otherwise, place by place. Where things stand on the canvas is no difference to anybody. */
export function DifferenceList({ fields }: { fields: readonly FieldChange[] }) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const told = fields.filter(({ at }) => !/(^|\.)place(\.|$)/.test(at))
  return (
    <Differences
      nothing={t(fields.length > 0 ? 'flowVersions.onlyPlaces' : 'flowVersions.nothingDiffers')}
      fields={told.map(({ at, before, after }) => ({
        name: placeName(at),
        before: shown(before),
        after: shown(after),
      }))}
    />
  )
}
