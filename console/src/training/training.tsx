import { useState } from 'react'
import { useTeaching } from '../api/training-queries.ts'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { Standing } from './standing.tsx'
import { Versions } from './versions.tsx'

/** What is taught becomes a version, which is looked at and released by a person. */
export function TrainingScreen() {
  const { data, error, refetch } = useTeaching()
  const [chosen, choose] = useState<string>()
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />
  const ended = data.training?.state === 'running' ? undefined : data.training?.id
  const running = data.running?.id
  return (
    <div className="flex flex-col gap-6">
      <Standing standing={data} />
      <Versions after={`${ended}, ${running}`} running={running} chosen={chosen} onChoose={choose} />
    </div>
  )
}
