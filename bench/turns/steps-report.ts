/** How long the steps of a turn took on average, from the server's own metrics: where the time goes. */
export async function reportSteps(url: string): Promise<string> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const read = (what: 'sum' | 'count') =>
    new Map(
      [...text.matchAll(new RegExp(`^lingxi_turn_step_seconds_${what}\\{step="([^"]+)"\\} (\\S+)$`, 'gm'))].map(
        ([, step, value]) => [step!, Number(value)],
      ),
    )
  const counts = read('count')
  const shown = [...read('sum')].map(
    ([step, sum]) => `${step} ${((1000 * sum) / Math.max(1, counts.get(step) ?? 0)).toFixed(2)} ms`,
  )
  return shown.join(', ')
}
