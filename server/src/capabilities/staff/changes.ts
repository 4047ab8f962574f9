/** Tells whoever keeps a copy that it is old. */
export type StaffChange = { kind: 'people'; tenantId: string; staffId: string } | { kind: 'settings'; tenantId: string }
export type TellChange = (change: StaffChange) => void

export function createChanges() {
  const listeners = new Set<TellChange>()
  return {
    tell(change: StaffChange): void {
      for (const listener of listeners) listener(change)
    },
    /** Called after each change made by this process, once it is committed. The returned function ends it. */
    onChange(listener: TellChange): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
