import { expect, it } from 'vitest'
import { withoutDenied } from './contrasts.ts'
import { normalise } from './read-surface.ts'

it.each([
  ['东西没坏，是根本没收到', '是根本没收到'],
  ['不是质量问题，就是大小不合适', '就是大小不合适'],
  ["it isn't damaged, it just never arrived", 'it just never arrived'],
  ["it's not broken, it's the wrong colour", "it's the wrong colour"],
  ['帮我取消订单吧，哦不，是改地址', '改地址'],
  ['cancel my order, oh no, I mean change the address', 'change the address'],
  ["don't cancel it, just tell me where it is", 'just tell me where it is'],
  ['先别取消订单，帮我查下什么时候发货', '帮我查下什么时候发货'],
  ['nothing is broken, they forgot the charger', 'they forgot the charger'],
])('of %s only what is so is read', (said, read) => expect(withoutDenied(normalise(said)).text).toBe(read))

it.each([
  '没收到货，是不是丢了',
  '不是说三天到吗，怎么还没来',
  '没货了，是什么时候补',
  'it was delivered, it just does not work',
  "i don't want a refund, when will it come?",
  "it isn't here yet, when will it come?",
])('nothing is left out of %s', (said) => expect(withoutDenied(normalise(said)).text).toBe(normalise(said).text))
