import { useMay } from '../../api/use-session.ts'
import { Disputes } from './disputes.tsx'
import { Figures } from './figures.tsx'
import { Tasks } from './tasks.tsx'

/** Two people label a message, neither seeing the other; a third decides; all see how far they agree. */
export function Blind() {
  const mayDecide = useMay('supervisor')
  return (
    <div className="flex flex-col gap-6">
      <Tasks />
      {mayDecide && <Disputes />}
      <Figures />
    </div>
  )
}
