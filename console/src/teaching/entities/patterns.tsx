import type { Pattern } from '@lingxi/contract/teaching'
import { Pencil, Plus, Regex, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePatterns, useRemovePattern } from '../../api/entity-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PatternDialog } from './pattern-dialog.tsx'

/** Shapes by which things of a type are recognised, such as the number of an order. */
export function Patterns({ type }: { type: string }) {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [open, setOpen] = useState<{ pattern?: Pattern }>()
  const { data, error, refetch } = usePatterns(type)
  const current = data?.find(({ id }) => id === open?.pattern?.id) ?? open?.pattern
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-soft">{t('entities.patternsLead')}</p>
        {mayChange && (
          <Button look="primary" onClick={() => setOpen({})}>
            <Plus />
            {t('entities.addPattern')}
          </Button>
        )}
      </div>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows className="h-9" />)}
      {data?.length === 0 && (
        <Empty icon={<Regex />} title={t('entities.noPatterns')} text={t('entities.noPatternsText')} />
      )}
      {data && data.length > 0 && (
        <ul className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
          {data.map((pattern) => (
            <PatternRow
              key={pattern.id}
              pattern={pattern}
              onEdit={mayChange ? () => setOpen({ pattern }) : undefined}
            />
          ))}
        </ul>
      )}
      {open && <PatternDialog type={type} pattern={current} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function PatternRow({ pattern, onEdit }: { pattern: Pattern; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const remove = useRemovePattern()
  const { id, expression, note } = pattern
  return (
    <li className="flex items-center gap-3 border-t border-line py-2 ps-5 pe-3 first:border-t-0">
      <span className="min-w-0 flex-1">
        <code className="font-mono break-all">{expression}</code>
        {note && <span className="block text-sm text-ink-faint">{note}</span>}
      </span>
      {onEdit && (
        <span className="flex">
          <IconButton label={t('entities.editEntry', { value: expression })} onClick={onEdit}>
            <Pencil />
          </IconButton>
          <IconButton
            label={t('entities.removeEntry', { value: expression })}
            disabled={remove.isPending}
            onClick={() => remove.mutate(id, { onError: warn, onSuccess: () => tell(t('entities.entryRemoved')) })}
          >
            <Trash2 />
          </IconButton>
        </span>
      )}
    </li>
  )
}
