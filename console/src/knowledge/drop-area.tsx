import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'

type DropAreaProps = {
  onFiles: (files: File[]) => void
  again: boolean
  accept?: string
  /** A low strip, for a page whose matter is something else. */
  compact?: boolean
}
const articles = '.md,.markdown,.csv,text/markdown,text/csv'

export function DropArea({ onFiles, again, accept = articles, compact = false }: DropAreaProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const text = t(accept === articles ? 'knowledge.import.drop' : 'sources.upload.drop')
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
      aria-label={text}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'flex items-center gap-3 rounded-2xl border-2 border-dashed px-6 text-center transition-colors',
        compact ? 'flex-wrap justify-center py-4' : 'mt-5 flex-col py-10',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
      )}
    >
      {!compact && (
        <span className="grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent">
          <FileUp className="size-6" />
        </span>
      )}
      <p className="text-ink-soft">{text}</p>
      <Button look={again ? 'outline' : 'primary'} onClick={() => input.current?.click()}>
        {t(again ? 'knowledge.import.chooseAgain' : 'knowledge.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
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
