/** Invented people. The last four digits of a telephone are how a customer shows that an order is theirs. */
import type { Customer, Region } from './shop.ts'

export type Person = Customer & { region: Region; address: string }

const at = (person: Omit<Person, 'region'> & { region?: Region }): Person => ({ region: 'mainland', ...person })

export const people = {
  lin: at({
    phone: '+8613800138021',
    name: '林晓梅',
    tier: 'silver',
    email: 'lin@mail.example',
    address: '浙江省杭州市拱墅区湖墅南路 88 号 3 幢 502 室',
  }),
  chen: at({
    phone: '+8613911223456',
    name: '陈志远',
    tier: 'gold',
    email: 'chen@mail.example',
    address: '江苏省南京市鼓楼区中山北路 200 号 1204 室',
  }),
  wang: at({
    phone: '+8615066668888',
    name: '王思雨',
    tier: 'black',
    email: 'wang@mail.example',
    address: '上海市徐汇区永嘉路 31 弄 7 号 601 室',
  }),
  zhao: at({
    phone: '+8618600001234',
    name: '赵建国',
    tier: 'silver',
    email: 'zhao@mail.example',
    address: '四川省成都市武侯区科华北路 65 号 2 栋 1801 室',
  }),
  liu: at({
    phone: '+8613712345678',
    name: '刘洋',
    tier: 'gold',
    email: 'liu@mail.example',
    address: '广东省深圳市南山区学府路 18 号 B 座 908 室',
  }),
  zhou: at({
    phone: '+8615912349999',
    name: '周雅婷',
    tier: 'silver',
    email: 'zhou@mail.example',
    address: '湖北省武汉市洪山区珞喻路 129 号 5 栋 303 室',
  }),
  sun: at({
    phone: '+8617755556666',
    name: '孙浩',
    tier: 'silver',
    email: 'sun@mail.example',
    region: 'remote',
    address: '新疆维吾尔自治区乌鲁木齐市天山区解放南路 12 号 2 单元 401 室',
  }),
  he: at({
    phone: '+85291234567',
    name: '何美玲',
    tier: 'gold',
    email: 'he@mail.example',
    region: 'hk-mo-tw',
    address: '香港九龙尖沙咀弥敦道 100 号 12 楼 B 室',
  }),
  emma: at({
    phone: '+8613812340123',
    name: 'Emma Clarke',
    tier: 'silver',
    email: 'emma@mail.example',
    address: 'Room 1502, No. 218 Wulumuqi Middle Road, Xuhui, Shanghai',
  }),
  james: at({
    phone: '+8618612030147',
    name: 'James Miller',
    tier: 'gold',
    email: 'james@mail.example',
    address: 'Unit 903, Building 4, 16 Chaowai Street, Chaoyang, Beijing',
  }),
  sophie: at({
    phone: '+33612345699',
    name: 'Sophie Laurent',
    tier: 'silver',
    email: 'sophie@mail.example',
    region: 'abroad',
    address: '14 rue des Lilas, 69003 Lyon, France',
  }),
  daniel: at({
    phone: '+6581234321',
    name: 'Daniel Tan',
    tier: 'black',
    email: 'daniel@mail.example',
    region: 'abroad',
    address: '7 Marine Crescent #08-21, Singapore 440007',
  }),
} satisfies Record<string, Person>
export type PersonName = keyof typeof people
