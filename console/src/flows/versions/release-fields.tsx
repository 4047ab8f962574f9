import { useTranslation } from 'react-i18next'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'

/** `at`: as a field for date and time has it; empty: now. */
export type Release = { share: number; at: string }
export const everybodyNow: Release = { share: 100, at: '' }

export const releaseOf = ({ share, at }: Release) => ({ share, at: at === '' ? null : new Date(at).toISOString() })

type ReleaseFieldsProps = { release: Release; mayShare: boolean; onChange: (release: Release) => void }

/** For whom, and from when on. */
export function ReleaseFields({ release: { share, at }, mayShare, onChange }: ReleaseFieldsProps) {
  const { t } = useTranslation()
  const isShared = share < 100
  return (
    <div className="flex flex-col gap-3">
      {mayShare && (
        <div className="flex flex-wrap items-center gap-3">
          <Segments
            label={t('flowVersions.forWhom')}
            value={isShared ? 'share' : 'all'}
            options={(['all', 'share'] as const).map((value) => ({ value, label: t(`flowVersions.for.${value}`) }))}
            onChange={(value) => onChange({ share: value === 'all' ? 100 : 10, at })}
          />
          {isShared && (
            <label className="flex min-w-60 flex-1 items-center gap-3">
              <span className="sr-only">{t('flowVersions.share')}</span>
              <input
                type="range"
                min={1}
                max={99}
                value={share}
                className="flex-1 accent-(--accent)"
                onChange={({ target }) => onChange({ share: Number(target.value), at })}
              />
              <output className="w-12 text-end tabular-nums">{share} %</output>
            </label>
          )}
        </div>
      )}
      <Field label={t('flowVersions.when')} hint={t('flowVersions.whenHint')} className="max-w-72">
        {(names) => (
          <TextInput
            {...names}
            type="datetime-local"
            value={at}
            onChange={({ target }) => onChange({ share, at: target.value })}
          />
        )}
      </Field>
    </div>
  )
}
