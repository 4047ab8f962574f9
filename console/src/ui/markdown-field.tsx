import { Toolbar } from '@base-ui/react/toolbar'
import {
  Bold,
  Code,
  Heading,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Table,
} from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { Field, TextArea } from './field.tsx'
import { applyMark, type Mark } from './markdown-marks.ts'
import { Hint } from './tooltip.tsx'

const icons: Record<Mark, LucideIcon> = {
  heading: Heading,
  bold: Bold,
  italic: Italic,
  list: List,
  numbers: ListOrdered,
  quote: Quote,
  link: Link,
  picture: Image,
  table: Table,
  code: Code,
}
const marks = Object.keys(icons) as Mark[]
const chords: Record<string, Mark> = { b: 'bold', i: 'italic', k: 'link' }

type MarkdownFieldProps = {
  label: string
  hint?: string
  error?: string | undefined
  value: string
  className?: string
  onChange: (value: string) => void
}

/** A text of Markdown with the buttons that write it. What a button does can be undone as what was typed can. */
export function MarkdownField({ label, hint, error, value, className, onChange }: MarkdownFieldProps) {
  const { t } = useTranslation()
  const area = useRef<HTMLTextAreaElement>(null)
  const words = { text: t('writing.placeholder.text'), address: 'https://', column: t('writing.placeholder.column') }
  const count = t('writing.characters', { count: value.length })
  const press = (mark: Mark) => {
    const field = area.current
    if (!field) return
    const selected = { text: field.value, start: field.selectionStart, end: field.selectionEnd }
    const { from, to, by, select } = applyMark(mark, selected, words)
    field.focus()
    field.setSelectionRange(from, to)
    // The only way that keeps the browser's own undo; the other one is for where it is gone.
    if (!document.execCommand('insertText', false, by)) {
      field.setRangeText(by, from, to)
      onChange(field.value)
    }
    field.setSelectionRange(from + select[0], from + select[1])
  }
  const chord = (event: KeyboardEvent) => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && chords[event.key.toLowerCase()]
    if (!mark) return
    event.preventDefault()
    press(mark)
  }
  return (
    <Field label={label} hint={[hint, count].filter(Boolean).join(' · ')} error={error}>
      {(names) => (
        <div>
          <Toolbar.Root
            aria-label={t('writing.toolbar')}
            className="flex flex-wrap gap-0.5 rounded-t-lg border border-b-0 border-line-strong bg-sunken p-1"
          >
            {marks.map((mark) => (
              <MarkButton key={mark} mark={mark} label={t(`writing.marks.${mark}`)} onPress={() => press(mark)} />
            ))}
          </Toolbar.Root>
          <TextArea
            {...names}
            ref={area}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={chord}
            className={classNames('block rounded-t-none! font-mono text-sm', className)}
          />
        </div>
      )}
    </Field>
  )
}

function MarkButton({ mark, label, onPress }: { mark: Mark; label: string; onPress: () => void }) {
  const Icon = icons[mark]
  return (
    <Hint text={label}>
      <Toolbar.Button
        aria-label={label}
        onClick={onPress}
        className="grid size-7.5 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-4"
      >
        <Icon />
      </Toolbar.Button>
    </Hint>
  )
}
