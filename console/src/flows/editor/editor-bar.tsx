import type { FlowPartName } from '@lingxi/contract/flow-versions'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, GitMerge, Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Refused } from '../../ui/states.tsx'
import { isProblem } from '../../api/session.ts'
import { DifferenceList } from '../versions/difference-list.tsx'
import { compareFields } from '@lingxi/contract/flow-comparison'
import type { Content, PartEditor } from './use-part-editor.ts'

export const tabOf = { flow: 'flows', slot: 'slots', table: 'tables' } as const

type EditorBarProps<T extends Content> = {
  part: FlowPartName
  title: string
  editor: PartEditor<T>
  /** Something is not filled in, so that it cannot be saved. */
  isIncomplete: boolean
  mayChange: boolean
  children?: ReactNode
}

/** What stands above every editor: where one is, undo and redo, and saving. */
export function EditorBar<T extends Content>({
  part,
  title,
  editor,
  isIncomplete,
  mayChange,
  children,
}: EditorBarProps<T>) {
  const { t } = useTranslation()
  const { isChanged } = editor
  useEditorKeys(editor, isIncomplete)
  return (
    <header className="border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 px-3 py-2 sm:px-4">
        <Link
          to={`/flows/${tabOf[part.kind]}`}
          aria-label={t('flowEditor.back')}
          className="grid size-8.5 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-hover"
        >
          <ArrowLeft className="size-4.5" />
        </Link>
        <div className="min-w-32 flex-1">
          <h1 className="truncate text-lg font-semibold">{title || part.name}</h1>
          <p className="flex items-center gap-2 text-xs text-ink-faint">
            <code className="truncate">{part.name}</code>
            {isChanged && <Badge tone="warm">{t('flowEditor.unsaved')}</Badge>}
          </p>
        </div>
        {children}
        {mayChange && <Saving editor={editor} isIncomplete={isIncomplete} />}
      </div>
      <Notices editor={editor} isIncomplete={isIncomplete && isChanged} />
    </header>
  )
}

type NoticesProps<T extends Content> = Pick<EditorBarProps<T>, 'editor' | 'isIncomplete'>

const maySave = <T extends Content>({ isChanged, saving, theirs }: PartEditor<T>, isIncomplete: boolean) =>
  isChanged && !isIncomplete && !saving.isPending && theirs === null

function Saving<T extends Content>({ editor, isIncomplete }: NoticesProps<T>) {
  const { t } = useTranslation()
  const { saving } = editor
  return (
    <span className="flex items-center gap-1">
      <IconButton label={t('flowEditor.undo')} disabled={!editor.canUndo} onClick={editor.undo}>
        <Undo2 />
      </IconButton>
      <IconButton label={t('flowEditor.redo')} disabled={!editor.canRedo} onClick={editor.redo}>
        <Redo2 />
      </IconButton>
      <Button look="primary" disabled={!maySave(editor, isIncomplete)} onClick={() => editor.save()}>
        {t(saving.isPending ? 'app.actions.saving' : 'app.actions.save')}
      </Button>
    </span>
  )
}

/** What keeps it from being saved. */
function Notices<T extends Content>({ editor, isIncomplete }: NoticesProps<T>) {
  const { t } = useTranslation()
  const { error } = editor.saving
  return (
    <>
      {isIncomplete && <p className="px-4 pb-2 text-sm text-danger">{t('flowEditor.incomplete')}</p>}
      {error && !isProblem(error, 'changed-meanwhile') && (
        <div className="px-4 pb-3">
          <Refused error={error} />
        </div>
      )}
      {editor.theirs && (
        <div role="alert" className="mx-4 mb-3 rounded-xl border border-note-line bg-note p-3 text-note-ink">
          <p className="flex items-center gap-2 font-medium">
            <GitMerge className="size-4 shrink-0" />
            {t('flowEditor.conflict.title')}
          </p>
          <p className="mt-1 text-sm">{t('flowEditor.conflict.text')}</p>
          <div className="mt-2 max-h-60 overflow-y-auto rounded-lg bg-surface p-3 text-ink">
            <DifferenceList fields={compareFields(editor.theirs.content, editor.content)} />
          </div>
          <span className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onClick={editor.takeTheirs}>
              {t('flowEditor.conflict.theirs')}
            </Button>
            <Button size="small" onClick={editor.keepMine}>
              {t('flowEditor.conflict.mine')}
            </Button>
          </span>
        </div>
      )}
    </>
  )
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')

/** Saving anywhere; taking back where nothing is written, as a field takes back its own. */
function useEditorKeys<T extends Content>(editor: PartEditor<T>, isIncomplete: boolean) {
  const { undo, redo, save } = editor
  const isSavable = maySave(editor, isIncomplete)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const act =
        key === 's'
          ? () => isSavable && save()
          : isField(event.target)
            ? undefined
            : key === 'z'
              ? event.shiftKey
                ? redo
                : undo
              : key === 'y'
                ? redo
                : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
