import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'

const find = (text: string) =>
  findPersonalData(text)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
    .join(' ; ')

test.each([
  ['我叫王小明', 'name 王小明'],
  ['我叫欧阳娜娜。', 'name 欧阳娜娜'],
  ['我是王小明，电话13812345678', 'name 王小明 ; phone 13812345678'],
  ['姓名:陈晓', 'name 陈晓'],
  ['联系人王五', 'name 王五'],
  ['收货人改成赵六', 'name 赵六'],
  ['我叫张三的订单', 'name 张三'],
  ['我是李明的妈妈', 'name 李明'],
  ['我是张先生', 'name 张先生'],
  ['我叫陳小華', 'name 陳小華'],
  ['my name is Mary Jones and', 'name Mary Jones'],
  ['my name is john, hello', 'name john'],
  ["I'm John Smith", 'name John Smith'],
  ['This is Mary speaking', 'name Mary'],
  ['Mr. Brown called', 'name Brown'],
  ['Name: Anne-Marie O’Neil', 'name Anne-Marie O’Neil'],
])('names: %s', (text, expected) => expect(find(text)).toBe(expected))

test.each([
  [
    '收件人：李雷 13800138000 浙江省杭州市西湖区文三路123号5幢301室',
    'name 李雷 ; phone 13800138000 ; address 浙江省杭州市西湖区文三路123号5幢301室',
  ],
  ['地址是上海市浦东新区张江路88弄3号楼1201', 'address 上海市浦东新区张江路88弄3号楼1201'],
  ['我住在幸福小区3栋2单元501', 'address 幸福小区3栋2单元501'],
  ['寄到广东省深圳市南山区科技园南路5号', 'address 广东省深圳市南山区科技园南路5号'],
  ['改成北京市朝阳区建国路甲88号', 'address 北京市朝阳区建国路甲88号'],
  ['ship to 123 Main Street, Apt 4, Springfield, IL 62704', 'address 123 Main Street, Apt 4, Springfield, IL 62704'],
  ['221b Baker Street, London', 'address 221b Baker Street, London'],
  ['10 Downing St, London SW1A 2AA', 'address 10 Downing St, London SW1A 2AA'],
  ['本人李四，身份证 110105194912310021', 'name 李四 ; identity-number 110105194912310021'],
  ['卡号是6222021234567890123', 'bank-card 6222021234567890123'],
  ['车牌京A12345', 'plate 京A12345'],
  ['护照E12345678', 'passport E12345678'],
  ['ip 是 10.0.0.8', 'ip-address 10.0.0.8'],
])('addresses and numbers: %s', (text, expected) => expect(find(text)).toBe(expected))

test.each([
  '我是会员',
  '我是高级会员',
  '我是白金会员',
  '我是老师',
  '我是江苏的',
  '我是苹果手机',
  '我叫了外卖',
  '我叫客服了',
  "I'm tired",
  "I'm Chinese",
  'This is Great',
  'I am Not happy',
  'it took 5 minutes of my way',
  '中山路有店吗',
  '走在路上3号出口',
  '杭州市西湖区能送吗',
  '订单号 13812345678',
  '价格 12345678 元',
  '版本 3.5.1',
  '满300减40',
])('nobody: %s', (text) => expect(find(text)).toBe(''))

test('a name that was learnt is one, and what has a check digit is one whatever was learnt', () => {
  const entities = [
    { type: 'person-name', start: 3, end: 5, confidence: 0.8 },
    { type: 'reference-number', start: 6, end: 25, confidence: 1 },
  ]
  const text = '转给她小美 4111 1111 1111 1111'
  expect(findPersonalData(text, entities).map(({ kind, start }) => [kind, start])).toEqual([
    ['name', 3],
    ['bank-card', 6],
  ])
})

test('places are of the text as it was written, in order, and none lies over another', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('13812345678', '我叫王小明', '文三路12号', 'a@b.cn', '１３８１２３４５６７８'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join(' ')
      const found = findPersonalData(text)
      found.reduce((end, { start, end: next }) => {
        expect(start).toBeGreaterThanOrEqual(end)
        expect(next).toBeGreaterThan(start)
        expect(next).toBeLessThanOrEqual(text.length)
        return next
      }, 0)
    }),
  )
})
