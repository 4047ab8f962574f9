import type { ConversationSummary, ConversationView } from '@lingxi/contract/conversation'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../ui/shortcuts.ts'
import { ConversationRow, rowElementId } from './conversation-row.tsx'

const rowHeight = 96

type ListProps = {
  rows: ConversationSummary[]
  view: ConversationView
  chosen: string | undefined
  /** Whether the next page is being read. */
  reading: boolean
  onEnd: () => void
}

/** Only the rows in sight are drawn; the next page is read before the end is reached. */
export function ConversationList({ rows, view, chosen, reading, onEnd }: ListProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  // It changes without new references, which only matters to a compiler that is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 10) onEnd()
  }, [last, rows.length, onEnd])
  useRowKeys({ rows, chosen, reveal: (index) => virtual.scrollToIndex(index) })
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map((item) => {
          const row = rows[item.index]
          return (
            row && (
              <li
                key={item.key}
                aria-posinset={item.index + 1}
                aria-setsize={rows.length}
                className="absolute inset-x-0 top-0"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <ConversationRow row={row} view={view} chosen={row.id === chosen} />
              </li>
            )
          )
        })}
      </ul>
      {reading && <p className="py-3 text-center text-xs text-ink-faint">{t('inbox.loadingMore')}</p>}
    </div>
  )
}

type RowKeys = { rows: ConversationSummary[]; chosen: string | undefined; reveal: (index: number) => void }

/** j and k move the focus, so that Enter opens what is focused, as everywhere. */
function useRowKeys({ rows, chosen, reveal }: RowKeys) {
  const [moved, setMoved] = useState<{ to: string; while: string | undefined }>()
  const wanted = useRef<string>(undefined)
  // Opening a conversation starts the walk from there.
  const at = moved && moved.while === chosen ? moved.to : chosen
  const move = (by: number) => {
    const from = rows.findIndex((row) => row.id === at)
    const to = Math.min(rows.length - 1, Math.max(0, from < 0 ? 0 : from + by))
    const row = rows[to]
    if (!row) return
    wanted.current = row.id
    setMoved({ to: row.id, while: chosen })
    reveal(to)
    document.getElementById(rowElementId(row.id))?.focus()
  }
  // The row may only be drawn after it was scrolled to.
  useEffect(() => {
    if (!wanted.current) return
    const element = document.getElementById(rowElementId(wanted.current))
    if (!element) return
    element.focus({ preventScroll: true })
    wanted.current = undefined
  })
  useShortcuts({ j: () => move(1), k: () => move(-1) })
}
