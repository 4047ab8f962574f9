/**
 * Milliseconds that this process has worked so far, for tests that hold how much work something is: what else the machine does
 * meanwhile does not count.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
