/** Numbers that name something: of people, cards, parcels, orders, on the telephone and on the net. */
import { expect, test } from 'vitest'
import { writeEntities } from '../entities.testing.ts'
import { foldUnits } from '../fold-units.ts'
import { resolveOverlaps } from '../overlaps.ts'
import { readPatterns } from './patterns.ts'

const read = (text: string) => writeEntities(text, resolveOverlaps(readPatterns(foldUnits(text))))

test.each([
  ['我的手机13812345678', 'phone-number 13812345678 = +8613812345678'],
  ['１３８１２３４５６７８', 'phone-number １３８１２３４５６７８ = +8613812345678'],
  ['138 1234 5678', 'phone-number 138 1234 5678 = +8613812345678'],
  ['138-1234-5678 联系我', 'phone-number 138-1234-5678 = +8613812345678'],
  ['+86 138 1234 5678', 'phone-number +86 138 1234 5678 = +8613812345678'],
  ['座机010-62512345转801', 'phone-number 010-62512345转801 = +861062512345;ext=801'],
  ['0571 8888 9999', 'phone-number 0571 8888 9999 = +8657188889999'],
  ['（0571）88889999', 'phone-number （0571）88889999 = +8657188889999'],
  ['+86 21 6251 2345', 'phone-number +86 21 6251 2345 = +862162512345'],
  ['拨打400-820-1234', 'phone-number 400-820-1234 = +864008201234'],
  ['8008201234', 'phone-number 8008201234 = +868008201234'],
  ['电话62512345', 'phone-number 62512345 = 62512345'],
  ['打95588没人接', 'phone-number 95588 = 95588'],
  ['我要打12315投诉', 'phone-number 12315 = 12315'],
  ['call me at +1 415 555 2671', 'phone-number +1 415 555 2671 = +14155552671'],
  ['(415) 555-2671', 'phone-number (415) 555-2671 = +14155552671'],
  ['415-555-2671', 'phone-number 415-555-2671 = +14155552671'],
  ['+44 20 7946 0958', 'phone-number +44 20 7946 0958 = +442079460958'],
  ['0044 20 7946 0958', 'phone-number 0044 20 7946 0958 = +442079460958'],
  ['+852 9123 4567', 'phone-number +852 9123 4567 = +85291234567'],
])('telephone numbers: %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['身份证11010519491231002X', 'identity-number 11010519491231002X = 11010519491231002X'],
  ['440308199901010012是我', 'identity-number 440308199901010012 = 440308199901010012'],
  ['110105 19491231 002x', 'identity-number 110105 19491231 002x = 11010519491231002X'],
  ['身份证号是130503670401001', 'identity-number 130503670401001 = 130503670401001'],
  ['4111 1111 1111 1111', 'bank-card 4111 1111 1111 1111 = 4111111111111111'],
  ['卡号6222021234567890128', 'bank-card 6222021234567890128 = 6222021234567890128'],
  ['amex 378282246310005', 'bank-card 378282246310005 = 378282246310005'],
  ['5555-5555-5555-4444', 'bank-card 5555-5555-5555-4444 = 5555555555554444'],
  ['车牌京A12345', 'plate 京A12345 = 京A12345'],
  ['京A·88888', 'plate 京A·88888 = 京A88888'],
  ['粤BD12345', 'plate 粤BD12345 = 粤BD12345'],
  ['沪A12345D', 'plate 沪A12345D = 沪A12345D'],
  ['粤z1234港', 'plate 粤z1234港 = 粤Z1234港'],
  ['护照E12345678', 'passport E12345678 = E12345678'],
  ['my passport is 123456789', 'passport 123456789 = 123456789'],
  ['EA1234567', 'passport EA1234567 = EA1234567'],
])('people, cards and cars: %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['SF1234567890123', 'tracking-number SF1234567890123 = SF1234567890123'],
  ['顺丰 123456789012', 'tracking-number 123456789012 = 123456789012'],
  ['yt1234567890123 到哪了', 'tracking-number yt1234567890123 = YT1234567890123'],
  ['JDVA12345678901', 'tracking-number JDVA12345678901 = JDVA12345678901'],
  ['78123456789012', 'tracking-number 78123456789012 = 78123456789012'],
  ['773123456789012', 'tracking-number 773123456789012 = 773123456789012'],
  ['快递单号：4312345678', 'tracking-number 4312345678 = 4312345678'],
  ['RA123456785CN', 'tracking-number RA123456785CN = RA123456785CN'],
  ['1Z999AA10123456784', 'tracking-number 1Z999AA10123456784 = 1Z999AA10123456784'],
  ['1Z 999 AA1 01 2345 6784', 'tracking-number 1Z 999 AA1 01 2345 6784 = 1Z999AA10123456784'],
  ['fedex 986578788855', 'tracking-number 986578788855 = 986578788855'],
  ['订单号：2026112812345', 'order-number 2026112812345 = 2026112812345'],
  ['订单号 13812345678', 'order-number 13812345678 = 13812345678'],
  ['单号SG-1234567到哪了', 'order-number SG-1234567 = SG-1234567'],
  ['my order number is A1B2C3D4', 'order-number A1B2C3D4 = A1B2C3D4'],
  ['order #10023 is late', 'order-number 10023 = 10023'],
  ['SG20261128001', 'order-number SG20261128001 = SG20261128001'],
  ['2026112812345', 'order-number 2026112812345 = 2026112812345'],
  ['a.b+c@example.com.', 'email-address a.b+c@example.com = a.b+c@example.com'],
  ['邮箱是Li.Lei@Mail.qq.com哦', 'email-address Li.Lei@Mail.qq.com = li.lei@mail.qq.com'],
  ['看https://a.com/x?y=1。', 'url https://a.com/x?y=1 = https://a.com/x?y=1'],
  ['see www.example.org/help, please', 'url www.example.org/help = www.example.org/help'],
  ['192.168.1.1', 'ip-address 192.168.1.1 = 192.168.1.1'],
  ['2001:db8::1', 'ip-address 2001:db8::1 = 2001:db8::1'],
])('parcels, orders and the net: %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['a wrong check digit is no identity number', '110105194912310021', 'order-number'],
  ['a day that never was is no birthday', '11010519490231002X', ''],
  ['a card whose check digit fails is a number', '6222021234567890123', 'order-number'],
  ['thirteen digits are no card', '4111111111119', 'order-number'],
  ['a parcel of the post has to add up', 'RA123456789CN', ''],
  ['UPS has to add up', '1Z999AA10123456785', ''],
])('%s', (_why, text, expected) => expect(read(text).split(' ')[0]).toBe(expected))

test.each([
  '版本3.5.1',
  'v1.2.3.4',
  '300.1.1.1',
  '价格12345678',
  '1381234567',
  '型号138123456789A',
  '9:30',
  'foo@bar',
  'a@b@c.com',
  '京东A座',
  '云A',
  'iphone15',
  'SKU-12',
  '单号是多少',
  '订单 100 元',
  'in order to 12345 it',
  '编号A-1',
  '3.1415926535',
  '1,299,000',
  '你好。再见',
  'e.g. this',
  '1::2::3',
  '12:30:45',
  '+12',
  '110',
  '满300减40',
])('nothing of the kind: %s', (text) =>
  expect(read(text)).not.toMatch(/phone|identity|card|tracking|order-number|email|url|ip-address|plate|passport/),
)
