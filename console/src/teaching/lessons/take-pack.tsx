import type { StarterPack } from '@lingxi/contract/teaching'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTakePack } from '../../api/lesson-queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { titleOf } from '../../pieces/taught-words.ts'

/** Which intents and languages of a pack are taken over; what is there already stays as it is. */
export function TakePack({ pack, onClose }: { pack: StarterPack; onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const [languages, setLanguages] = useState(pack.languages)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const take = useTakePack()
  const chosen = pack.contents.filter(({ name }) => !left.has(name)).map(({ name }) => name)
  const submit = () =>
    take.mutate(
      { name: pack.name, languages, ...(left.size > 0 && { intents: chosen }) },
      {
        onSuccess: ({ intents, examples }) => {
          tell(t('lessons.packs.done', { intents, examples }))
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      place="side"
      onClose={onClose}
      title={t('lessons.packs.take')}
      about={t('lessons.packs.takeLead')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button
            look="primary"
            disabled={take.isPending || languages.length === 0 || chosen.length === 0}
            onClick={submit}
          >
            {take.isPending ? t('lessons.packs.taking') : t('lessons.packs.takeCount', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <Refused error={take.error} />
      <div className="mb-4 flex flex-col gap-2">
        {pack.languages.map((language) => (
          <Toggle
            key={language}
            label={t(`app.languages.${language}`)}
            checked={languages.includes(language)}
            onChange={(isOn) =>
              setLanguages(isOn ? [...languages, language] : languages.filter((each) => each !== language))
            }
          />
        ))}
      </div>
      <ComesAlong pack={pack} left={left} />
      <Contents contents={pack.contents} left={left} onChange={setLeft} />
    </Dialog>
  )
}

/** The entities that the chosen intents name: their dictionaries and patterns are taken over with them. */
function ComesAlong({ pack, left }: { pack: StarterPack; left: ReadonlySet<string> }) {
  const { t, i18n } = useTranslation()
  const named = new Set(pack.contents.flatMap(({ name, entityTypes }) => (left.has(name) ? [] : entityTypes)))
  const entities = left.size === 0 ? pack.entities : pack.entities.filter(({ name }) => named.has(name))
  return (
    <p aria-live="polite" className="mb-4 text-sm text-ink-soft">
      {entities.length === 0
        ? t('lessons.packs.noEntities')
        : t('lessons.packs.entities', {
            words: entities.reduce((sum, { words }) => sum + words, 0),
            names: entities.map((entity) => titleOf(entity, i18n.language)).join(t('lessons.packs.between')),
          })}
    </p>
  )
}

type ContentsProps = {
  contents: StarterPack['contents']
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

function Contents({ contents, left, onChange }: ContentsProps) {
  const { t, i18n } = useTranslation()
  const [q, setQ] = useState('')
  const sought = q.trim().toLowerCase()
  const found = contents.filter(({ name, title }) => `${name} ${title.zh} ${title.en}`.toLowerCase().includes(sought))
  const leave = (names: string[], isLeft: boolean) => {
    const next = new Set(left)
    for (const name of names)
      if (isLeft) next.add(name)
      else next.delete(name)
    onChange(next)
  }
  const kept = found.filter(({ name }) => !left.has(name)).length
  return (
    <>
      <div className="flex items-center gap-3">
        <Checkbox
          label={t('lessons.packs.all')}
          checked={kept === found.length}
          some={kept > 0 && kept < found.length}
          onChange={(isChosen) =>
            leave(
              found.map(({ name }) => name),
              !isChosen,
            )
          }
        />
        <SearchInput
          label={t('teaching.search')}
          placeholder={t('teaching.search')}
          value={q}
          onChange={setQ}
          className="flex-1"
        />
      </div>
      <ul className="mt-2">
        {found.map(({ name, title, isThere }) => (
          <li key={name} className="flex items-center gap-3 border-t border-line py-1.5">
            <Checkbox
              label={titleOf({ name, title }, i18n.language)}
              checked={!left.has(name)}
              onChange={(isChosen) => leave([name], !isChosen)}
            />
            <span className="min-w-0 flex-1">
              {titleOf({ name, title }, i18n.language)}
              <span className="ms-2 text-sm text-ink-faint">{name}</span>
            </span>
            {isThere && <Badge>{t('lessons.packs.there')}</Badge>}
          </li>
        ))}
      </ul>
    </>
  )
}
