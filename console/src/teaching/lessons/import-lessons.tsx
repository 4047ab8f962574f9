import type { LessonFormat } from '@lingxi/contract/teaching'
import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreviewLessons } from '../../api/lesson-queries.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dots } from '../../ui/loading.tsx'
import { Select } from '../../ui/select.tsx'
import { Refused } from '../../ui/states.tsx'
import { ImportReport } from './import-report.tsx'

const accepted = '.yml,.yaml,.jsonl,.ndjson,.csv'
const languages = ['each', 'zh', 'en'] as const

const formatOf = (name: string): LessonFormat | undefined => {
  if (/\.ya?ml$/i.test(name)) return 'rasa'
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl'
  return /\.csv$/i.test(name) ? 'csv' : undefined
}

/** A file is looked at first; only what was seen is taken in. */
export function ImportLessons() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [unknown, setUnknown] = useState<string>()
  const [language, setLanguage] = useState<(typeof languages)[number]>('each')
  const preview = usePreviewLessons()
  const take = (file: File | undefined) => {
    if (!file) return
    const format = formatOf(file.name)
    setUnknown(format ? undefined : file.name)
    if (format) preview.mutate({ file, format, ...(language !== 'each' && { language }) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  if (preview.data) return <ImportReport key={preview.data.id} lessons={preview.data} onDone={preview.reset} />
  return (
    <>
      {/* Dropping is a shortcut for the button in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        aria-label={t('lessons.import.drop')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'flex flex-wrap items-center justify-center gap-3 rounded-2xl border-2 border-dashed px-6 py-5 text-center',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <p className="text-ink-soft">{t('lessons.import.drop')}</p>
        <Select
          label={t('teaching.language')}
          value={language}
          options={languages.map((value) => ({ value, label: t(`lessons.import.languages.${value}`) }))}
          onChange={setLanguage}
        />
        <Button look="primary" disabled={preview.isPending} onClick={() => input.current?.click()}>
          <FileUp />
          {t('lessons.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept={accepted}
          aria-label={t('lessons.import.choose')}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            take(target.files?.[0])
            // Else choosing the same file again would be no change.
            target.value = ''
          }}
        />
      </section>
      <div aria-live="polite" className="mt-3">
        {preview.isPending && (
          <p className="flex items-center gap-2 text-ink-soft">
            <Dots />
            {t('lessons.import.looking')}
          </p>
        )}
        {unknown && <p className="text-danger">{t('lessons.import.unknown', { name: unknown })}</p>}
        <Refused error={preview.error} />
      </div>
    </>
  )
}
