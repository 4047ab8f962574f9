import type { EntityType } from '@lingxi/contract/teaching'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, Pencil, SearchX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntityTypes, useRemoveEntityType } from '../../api/entity-queries.ts'
import { useIntents } from '../../api/teaching-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { hueStyle } from '../../ui/hues.ts'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Examples } from '../examples/examples.tsx'
import { titleOf } from '../../pieces/taught-words.ts'
import { Dictionary } from './dictionary.tsx'
import { EntityTypeDialog } from './entity-type-dialog.tsx'
import { Patterns } from './patterns.tsx'

const tabs = ['dictionary', 'patterns', 'examples'] as const

/** A type of entity: its dictionary, its patterns, and the examples that show it. */
export function EntityTypeScreen() {
  const { t } = useTranslation()
  const { typeId } = useParams({ from: '/understanding/entities/$typeId' })
  const [tab, setTab] = useState<(typeof tabs)[number]>('dictionary')
  const { data: types, error, refetch } = useEntityTypes()
  const { data: intents } = useIntents()
  if (!types)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-12" />
  const type = types.find(({ id }) => id === typeId)
  if (!type)
    return (
      <Empty icon={<SearchX />} title={t('entities.gone')}>
        <Link to="/understanding/entities" className={buttonClass()}>
          {t('entities.back')}
        </Link>
      </Empty>
    )
  return (
    <>
      <TypeHeading type={type} />
      <Tabs value={tab} onChange={setTab} tabs={tabs.map((value) => ({ value, label: t(`entities.tabs.${value}`) }))}>
        {tab === 'dictionary' && <Dictionary type={type.name} />}
        {tab === 'patterns' && <Patterns type={type.name} />}
        {tab === 'examples' && <Examples scope={{ entityType: type.name }} intents={intents ?? []} />}
      </Tabs>
    </>
  )
}

function TypeHeading({ type }: { type: EntityType }) {
  const { t, i18n } = useTranslation()
  const { tell, warn } = useToast()
  const navigate = useNavigate()
  const mayChange = useMay('supervisor')
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const remove = useRemoveEntityType()
  const { id, name, description, annotated, words, patterns } = type
  const called = titleOf(type, i18n.language)
  const confirm = () =>
    remove.mutate(id, {
      onError: warn,
      onSuccess: () => {
        tell(t('entities.removed'))
        return navigate({ to: '/understanding/entities' })
      },
    })
  return (
    <header className="mb-4 flex flex-wrap items-start gap-x-3 gap-y-2">
      <Link to="/understanding/entities" aria-label={t('entities.back')} className={buttonClass('quiet', 'small')}>
        <ArrowLeft />
      </Link>
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg font-semibold">
          {called}
          <code style={hueStyle(name)} className="rounded px-1.5 text-sm font-normal">
            {name}
          </code>
        </h2>
        <p className="max-w-3xl text-ink-soft">{i18n.language === 'zh' ? description.zh : description.en}</p>
      </div>
      {mayChange && (
        <span className="flex gap-2">
          <Button onClick={() => setOpen('edit')}>
            <Pencil />
            {t('app.actions.edit')}
          </Button>
          <IconButton label={t('entities.remove')} look="outline" className="size-9" onClick={() => setOpen('remove')}>
            <Trash2 />
          </IconButton>
        </span>
      )}
      {open === 'edit' && <EntityTypeDialog type={type} onClose={() => setOpen(undefined)} />}
      <Confirm
        dangerous
        open={open === 'remove'}
        title={t('teaching.removeTitle', { name: called })}
        text={t('entities.removeText', { words, patterns, annotated })}
        action={t('app.actions.remove')}
        onConfirm={confirm}
        onClose={() => setOpen(undefined)}
      />
    </header>
  )
}
