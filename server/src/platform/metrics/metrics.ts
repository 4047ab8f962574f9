/** Counts and durations for Prometheus. Labels come from small closed sets, never from what people say or who they are. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

type Labels = Record<string, string>
type Use = Record<'steps' | 'calls' | 'tokensIn' | 'tokensOut' | 'milliseconds' | 'cost', number>
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const histogram = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name, help, labelNames, buckets: seconds, registers: [registry] })

  const turns = counter('lingxi_turns_total', 'Turns of the bot, by what was decided', ['decision', 'channel'])
  const steps = histogram('lingxi_turn_step_seconds', 'Seconds of each step of a turn', ['step'])
  const requests = histogram('lingxi_http_request_seconds', 'Seconds of HTTP requests', ['method', 'route', 'status'])
  const errors = counter('lingxi_errors_total', 'Things that broke, by where', ['where'])
  const meanings = counter('lingxi_meaning_total', 'Vectors and re-rankings by a model of meaning, by outcome', [
    'of',
    'outcome',
  ])
  const hotAnswers = counter('lingxi_hot_answers_total', 'Questions, by whether their answer was kept', ['outcome'])
  const assisted = counter('lingxi_assisted_turns_total', 'Turns in which a model was asked to help, by outcome', [
    'outcome',
  ])
  const assistTokens = counter('lingxi_assist_tokens_total', 'Tokens that a helping model read and wrote', [
    'direction',
  ])
  const assistCalls = counter('lingxi_assist_calls_total', 'Calls of a helping model, and of tools by it', ['of'])
  const assistCost = counter('lingxi_assist_cost_total', 'What a helping model cost, in the currency of its price', [])
  const assistSeconds = histogram('lingxi_assist_seconds', 'Seconds that a model helped in a turn', [])
  const deliveries = counter('lingxi_deliveries_total', 'Messages given to channels, by outcome', [
    'channel',
    'outcome',
  ])

  return {
    countTurn: (labels: { decision: string; channel: string }) => turns.inc(labels),
    timeStep: (step: string, milliseconds: number) => steps.observe({ step }, milliseconds / 1000),
    timeRequest: (labels: { method: string; route: string; status: string }, milliseconds: number) =>
      requests.observe(labels, milliseconds / 1000),
    countMeaning: (labels: { of: string; outcome: string }) => meanings.inc(labels),
    countHotAnswer: (outcome: 'hit' | 'miss') => hotAnswers.inc({ outcome }),
    countAssist({ outcome, use }: { outcome: string; use: Use }) {
      assisted.inc({ outcome })
      assistTokens.inc({ direction: 'in' }, use.tokensIn)
      assistTokens.inc({ direction: 'out' }, use.tokensOut)
      assistCalls.inc({ of: 'model' }, use.steps)
      assistCalls.inc({ of: 'tools' }, use.calls)
      assistCost.inc(use.cost)
      assistSeconds.observe(use.milliseconds / 1000)
    },
    countError: (where: string) => errors.inc({ where }),
    countDelivery: (labels: { channel: string; outcome: string }) => deliveries.inc(labels),
    /** A value that is asked for whenever the metrics are read. */
    watch(name: string, help: string, read: () => Promise<{ labels: Labels; value: number }[]>) {
      new Gauge({
        name,
        help,
        labelNames: ['name', 'kind', 'state'],
        registers: [registry],
        async collect() {
          this.reset()
          for (const { labels, value } of await read()) this.set(labels, value)
        },
      })
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
