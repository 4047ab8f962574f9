import { useNavigate } from '@tanstack/react-router'
import { Library, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSources } from '../../api/source-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Sections } from '../sections.tsx'
import { SecretOnce } from './secret-once.tsx'
import { AddSource, type Made } from './source-dialog.tsx'
import { SourceTable } from './source-table.tsx'

export function Sources() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayEdit = useMay('supervisor')
  const { data, error, refetch } = useSources()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<{ id: string; secret: string }>()
  const open = (sourceId: string) => void navigate({ to: '/knowledge/sources/$sourceId', params: { sourceId } })
  const added = ({ source, secret }: Made) => {
    setAdding(false)
    if (secret === null) open(source.id)
    else setMade({ id: source.id, secret })
  }
  const add = mayEdit && (
    <Button look="primary" onClick={() => setAdding(true)}>
      <Plus />
      {t('sources.add')}
    </Button>
  )
  return (
    <Page title={t('knowledge.heading')} below={<Sections />} actions={data && data.sources.length > 0 && add}>
      <p className="text-ink-soft">{t('sources.lead')}</p>
      <div className="mt-4 overflow-hidden rounded-2xl border border-line bg-surface">
        {data && data.sources.length > 0 && <SourceTable sources={data.sources} />}
        {data?.sources.length === 0 && (
          <Empty icon={<Library />} title={t('sources.empty')} text={t('sources.emptyText')}>
            {add}
          </Empty>
        )}
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      </div>
      {adding && <AddSource onClose={() => setAdding(false)} onAdded={added} />}
      <SecretOnce
        made={made}
        onClose={() => {
          if (made) open(made.id)
          setMade(undefined)
        }}
      />
    </Page>
  )
}
