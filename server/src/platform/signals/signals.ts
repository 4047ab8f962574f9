/**
 * "This changed", told to whoever shows it, in this process and in the others. Only ids travel, never what was said;
 * a listener reads what it needs. A signal may come twice, and late; after a broken line `missed` is told, upon which
 * a listener reads everything again that it shows.
 */
export type Signal = {
  topic:
    | 'conversation'
    | 'typing'
    | 'articles'
    | 'graph'
    | 'staff'
    | 'understanding'
    | 'flows'
    | 'choosing'
    | 'actions'
    | 'mcp'
    | 'missed'
  tenantId: string
  id: string
  /** Whom it is about: of a conversation its customer; of typing `customer` or the id of the person who types. */
  of: string
  /** Told by another process. */
  remote: boolean
}

export type Signals = {
  tell(topic: Exclude<Signal['topic'], 'missed'>, tenantId: string, about: { id: string; of?: string }): void
  /** Returns the function that stops following. */
  follow(listener: (signal: Signal) => void): () => void
  close(): Promise<void>
}

/** For one process. */
export function createLocalSignals(): Signals & { tellLocally(signal: Signal): void } {
  const listeners = new Set<(signal: Signal) => void>()
  const tellLocally = (signal: Signal) => {
    for (const listener of listeners) listener(signal)
  }
  return {
    tellLocally,
    tell: (topic, tenantId, { id, of = '' }) => tellLocally({ topic, tenantId, id, of, remote: false }),
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      listeners.clear()
    },
  }
}
