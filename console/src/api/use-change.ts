import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'

type Then<Result> = { onSuccess?: (result: Result) => void; onError?: (error: unknown) => void }

/**
 * A change of what the server holds; what is shown of `about` comes anew. What follows is called then, even where the row that
 * began it has gone by that time: a mutation of its own forgets it.
 */
export function useChange<Given, Result>(about: QueryKey, change: (given: Given) => Promise<Result>) {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: about }),
  })
  const mutate = (given: Given, { onSuccess, onError }: Then<Result> = {}) =>
    void mutation.mutateAsync(given).then(onSuccess, onError ?? (() => undefined))
  return { ...mutation, mutate }
}
