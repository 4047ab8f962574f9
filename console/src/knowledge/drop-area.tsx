import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'

export function DropArea({ onFiles, again }: { onFiles: (files: File[]) => void; again: boolean }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // Dropping is a shortcut for the button below it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t('knowledge.import.drop')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'mt-5 flex flex-col items-center gap-3 rounded-2xl border-2 border-dashed px-6 py-10 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      <span className="grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent">
        <FileUp className="size-6" />
      </span>
      <p className="text-ink-soft">{t('knowledge.import.drop')}</p>
      <Button look={again ? 'outline' : 'primary'} onClick={() => input.current?.click()}>
        {t(again ? 'knowledge.import.chooseAgain' : 'knowledge.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".md,.markdown,.csv,text/markdown,text/csv"
        aria-label={t('knowledge.import.choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // Else choosing the same file again would be no change.
          event.target.value = ''
        }}
      />
    </section>
  )
}
