import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'

const most = 30

export function TagsInput({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const take = () => {
    const added = text
      .split(/[,，、]/)
      .map((tag) => tag.trim().slice(0, 60))
      .filter(Boolean)
    if (added.length > 0) onChange([...new Set([...tags, ...added])].slice(0, most))
    setText('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
      event.preventDefault()
      take()
    }
    if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1))
  }
  return (
    <Field label={t('knowledge.editor.tags')} hint={t('knowledge.editor.tagsHint')}>
      {(names) => (
        <div className="flex min-h-9 flex-wrap gap-1 rounded-lg border border-line-strong bg-surface p-1 focus-within:border-accent focus-within:ring-3 focus-within:ring-accent/20">
          {tags.map((tag) => (
            <span key={tag} className="inline-flex h-6.5 items-center gap-1 rounded-md bg-hover ps-2 text-sm">
              {tag}
              <button
                type="button"
                aria-label={t('knowledge.editor.removeTag', { tag })}
                onClick={() => onChange(tags.filter((each) => each !== tag))}
                className="grid h-full w-6 place-items-center rounded-md text-ink-faint hover:text-ink"
              >
                <X className="size-3" />
              </button>
            </span>
          ))}
          <input
            {...names}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={press}
            onBlur={take}
            className="h-6.5 min-w-16 flex-1 bg-transparent px-1.5 focus:outline-none"
          />
        </div>
      )}
    </Field>
  )
}
