import { type Example, longestExample } from '@lingxi/contract/teaching'
import { Check, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeExample } from '../../api/teaching-queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Refused } from '../../ui/states.tsx'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import { changeOf } from '../marking/change-of.ts'
import { movedAnnotations } from '../marking/moved-annotations.ts'

/** In place: Enter saves, Escape leaves it. `example` may grow newer meanwhile. */
export function ExampleEdit({ example, onClose }: { example: Example; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(example.text)
  const [language, setLanguage] = useState(example.language)
  const [version, setVersion] = useState(example.version)
  const save = useChangeExample()
  const isOld = example.version !== version
  const submit = () => {
    const next = text.trim()
    if (next === '' || isOld || save.isPending) return
    const entities = movedAnnotations(example.text, next, example.entities)
    const change = changeOf(example, { text: next, language, entities, version })
    save.mutate({ id: example.id, change }, { onSuccess: onClose })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') submit()
    if (event.key === 'Escape') onClose()
  }
  return (
    <div className="flex flex-col gap-2">
      {isOld ? (
        <ChangedMeanwhile now={example.text} onTakeTheirs={onClose} onKeepMine={() => setVersion(example.version)} />
      ) : (
        <Refused error={save.error} />
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <TextInput
          // It came because somebody asked to write here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={t('teaching.exampleText')}
          maxLength={longestExample}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={press}
          className="w-auto! min-w-48 flex-1"
        />
        <Select
          label={t('teaching.language')}
          value={language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`app.languages.${value}`) }))}
          onChange={setLanguage}
        />
        <IconButton label={t('app.actions.save')} look="primary" disabled={isOld || save.isPending} onClick={submit}>
          <Check />
        </IconButton>
        <IconButton label={t('app.actions.cancel')} onClick={onClose}>
          <X />
        </IconButton>
      </div>
    </div>
  )
}
