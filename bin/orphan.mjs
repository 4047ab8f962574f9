/**
 * npm passes a signal on to the shell that it runs its scripts in, and the shell dies without telling anyone. So what
 * npm started watches its parent. What was started by hand may outlive its parent: that is how one puts it in the back.
 */
export function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 200)
  watch.unref()
}
