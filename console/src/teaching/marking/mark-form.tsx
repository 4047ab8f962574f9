import type { Annotation } from '@lingxi/contract/teaching'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntityTypes } from '../../api/entity-queries.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { hueStyle } from '../../ui/hues.ts'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { titleOf } from '../../pieces/taught-words.ts'

type MarkFormProps = {
  words: string | undefined
  at: Annotation | undefined
  onMark: (type: string) => void
  onAlter: (part: Partial<Annotation>) => void
  onUnmark: () => void
}
const few = 14

/** Of which type the chosen words are, and what else there is to say of them. */
export function MarkForm({ words, at, onMark, onAlter, onUnmark }: MarkFormProps) {
  const { t, i18n } = useTranslation()
  const { data: types, error, refetch } = useEntityTypes()
  const [q, setQ] = useState('')
  if (words === undefined) return null
  if (!types)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={1} className="h-7" />
  if (types.length === 0) return <p className="text-sm text-ink-soft">{t('teaching.marking.noTypes')}</p>
  const found = types.filter((type) => `${type.name} ${type.title.zh} ${type.title.en}`.toLowerCase().includes(q))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm">{t('teaching.marking.asWhat', { words })}</legend>
      {types.length > few && (
        <TextInput
          aria-label={t('teaching.marking.findType')}
          placeholder={t('teaching.marking.findType')}
          value={q}
          onChange={({ target }) => setQ(target.value.toLowerCase())}
          className="max-w-64"
        />
      )}
      <div className="flex flex-wrap gap-1.5">
        {found.slice(0, 40).map((type) => (
          <button
            key={type.id}
            type="button"
            aria-pressed={at?.type === type.name}
            onClick={() => onMark(type.name)}
            style={hueStyle(type.name)}
            className={classNames(
              'h-7.5 rounded-lg border-2 px-2.5 text-sm',
              at?.type === type.name ? 'border-current font-medium' : 'border-transparent',
            )}
          >
            {titleOf(type, i18n.language)}
          </button>
        ))}
      </div>
      {at && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label={t('teaching.marking.value')} hint={t('teaching.marking.valueHint')} className="min-w-40 flex-1">
            {(names) => (
              <TextInput
                {...names}
                maxLength={200}
                placeholder={words}
                defaultValue={at.value ?? ''}
                onChange={({ target }) => onAlter({ value: target.value.trim() || null })}
              />
            )}
          </Field>
          <Field label={t('teaching.marking.role')} hint={t('teaching.marking.roleHint')} className="min-w-40 flex-1">
            {(names) => (
              <TextInput
                {...names}
                maxLength={80}
                defaultValue={at.role ?? ''}
                onChange={({ target }) => onAlter({ role: target.value.trim() || null })}
              />
            )}
          </Field>
          <Button onClick={onUnmark} className="mb-6">
            <Trash2 />
            {t('teaching.marking.unmark')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
