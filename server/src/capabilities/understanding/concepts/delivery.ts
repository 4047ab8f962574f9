/**
 * Sending and receiving, returning and repairing, as people put it. A line is one concept: its name, the Chinese wordings,
 * and after the bar the English ones (`_` stands for a space). Written from everyday speech; a wording may say several things.
 */
export const delivery = `
ship: 发货 寄 寄出 寄到 寄去 寄往 寄过来 寄过去 寄来 寄给 发出 发出来 发走 出库 出货 邮寄 送货 配送 派送 投递 运送 发到 发往 发过来 送到 送达 快递 往外寄 走货 走得了货 发件 送过来 派件 发不发 寄不寄 送不送 能送 能寄 送上门 寄的 发 邮 寄送 送 | ship shipping shipped send sent deliver delivery dispatch post posting mail mailing despatch goes_out go_out leave_the_warehouse ships sending sends out_the_door get_sent sent_out
fee: 运费 邮费 邮钱 快递费 配送费 邮寄费 寄费 路费 邮资 运钱 快递钱 邮寄的钱 寄的钱 送货费 物流费 | postage freight shipping_cost shipping_fee delivery_fee delivery_charge delivery_cost shipping_charge cost_of_shipping shipping_price delivery_price charge_for_delivery charge_for_shipping pay_for_delivery pay_for_shipping
freeofcharge: 免费 不要钱 不收钱 不花钱 白送 免 不用钱 不用给钱 免收 不收费 不额外收费 | free no_charge free_of_charge without_paying waive waived complimentary at_no_cost for_nothing gratis on_the_house on_you
freeship: 包邮 免邮 免运费 免邮费 不用出邮费 不要邮费 不用邮费 不出邮费 不要运费 邮费全免 包快递 免配送费 不收运费 不收邮费 | free_shipping free_delivery free_postage shipping_is_free postage_free delivery_free ship_free ship_for_free
threshold: 买到多少 够多少钱 买够多少 满 满多少 起送 最低消费 买够 买满 凑够 凑单 门槛 达到 起步 够多少 消费满 凑 最少买 最少得买 | minimum at_least spend threshold reach qualify above over minimum_spend minimum_order
courier: 快递公司 快递员 快递小哥 物流公司 哪家快递 什么快递 哪个快递 啥快递 快递哥 送货员 送货的 派件员 承运商 配送员 送快递的 骑手 | courier carrier delivery_company shipping_company postman delivery_man delivery_driver driver delivery_guy delivery_person carry_the_boxes delivery_service deliveryman
named_courier: 顺丰 中通 圆通 申通 韵达 邮政 京东快递 百世 极兔 德邦 ems sf zto yto yunda | sf zto dhl fedex usps ems yto royal_mail
sf: 顺丰 sf | sf sf_express
faster: 快一点 加急 更快 加快 快些 急用 急着用 急着要 着急 赶时间 快点 尽快 提速 次日达 当日达 加速 急件 最快 早点 早一点 快 升级 | faster quicker express expedite upgrade rush urgent hurry speed_up quick priority next_day sooner fast asap speedy
parcel: 包裹 快递 件 箱子 货 物件 快件 邮件 包 邮包 物品 货物 | parcel package box boxes packet shipment consignment carton
track: 物流 查物流 查快递 轨迹 到哪了 到哪儿了 到哪里了 走到哪 跟踪 追踪 运单 快递单号 运单号 物流信息 单号 查单 进度 送到哪 在哪个位置 查件 | track tracking trace traced tracked whereabouts status where_is where's tracking_number locate follow whereabout
stuck: 不动 没动 不更新 没更新 卡住 停在 停了 没动弹 不走了 没变化 没动静 停滞 没有动静 一直没变 不动了 卡着 卡在 好几天没 半天没动 没进展 | stuck no_scan not_moved hasn't_moved not_moving no_update frozen stalled hasn't_updated not_updated sitting_still no_movement hasn't_changed no_progress hung_up idle doesn't_move stopped_moving
arrive: 到货 到 送到 到达 收到 拿到 到手 收货 拿到手 几时到 能到 送达 到家 签收 拿货 | arrive arrives arrival get_here gets_here reach receive received turn_up lands land come get_to come_through show_up in_my_hands delivered get_it have_it receipt
notreceived: 没收到 没拿到 未收到 没见着 没见到 没到 收不到 没看到货 没影 不见 拿不到 还没到 没有收到 没到手 找不着 找不到 没拿到手 压根没见 没给我 不知去向 没人收到 丢件 丢了 没人收 没见过 没看见 | not_received haven't_received never_arrived hasn't_arrived didn't_arrive not_here nothing_here isn't_here didn't_get haven't_got no_sign_of never_got missing_parcel nowhere_to_be_found never_came didn't_come lost never_showed nobody_here_did hasn't_come don't_have_it not_arrived went_missing nothing_arrived never_turned_up
signed: 签收 签了 已签收 显示签收 代签 被签收 显示送到 说送到了 签收了 说签了 显示已送达 显示到了 | signed signed_for marked_as_delivered says_delivered took_it_in showing_delivered says_it_was_delivered shows_delivered show_as_delivered apparently_delivered supposedly_delivered accepted_by somebody_took
damaged: 瓣 碎成好几 摔碎了 摔破 磕碰 稀碎 粉碎 破破烂烂 破了 破损 碎 碎了 摔坏 压坏 压扁 裂 裂了 烂 烂了 漏了 漏液 渗漏 摔碎 碎成 碎成几 打碎 磕坏 磕破 断了 变形 撞坏 漏 瘪了 瘪 散架 坏的 摔烂 打烂 渗 洒了 碎裂 裂开 破碎 裂缝 磕 | broken damaged smashed cracked shattered crushed dented leaking leaked in_pieces in_bits chipped bust squashed torn split ripped snapped broke damage leak leaky bent scratched
faulty: 坏 坏了 质量问题 质量 瑕疵 故障 次品 毛病 不好使 失灵 开不了机 用不了 开线 破洞 脱线 拉链坏 有问题 残次 不能用 不工作 不转 不响 没反应 罢工 不灵 质量差 品质 短路 打不开 缺陷 | faulty defective defect fault quality stopped_working doesn't_work not_working doesn't_turn_on won't_turn_on malfunction poor_quality died broke came_apart fell_apart packed_up busted broken packed_in gave_up kaput dead fails broke_down
intransit: 运输 路上 途中 运输途中 在路上 半路 送来的时候 到货的时候 拆开 拆箱 打开 拆包 收到就 收到时 到货 一拆 开箱 开封 | transit on_the_way in_transit travelling traveling on_its_way unpacked unpacking opened_the_box unboxed unbox when_it_arrived on_arrival came_out arrived en_route already_shipped already_travelling opened_it opened_up
missingitem: 少了 少件 少发 漏发 缺 缺件 少一件 少了一样 只有两 只到 没全 不全 少东西 就两样 少给 漏了一 没放 漏装 差一件 没给齐 少寄 缺了 没寄全 不够数 数量不对 少一样 就来了 只来了 只收到 就收到 | missing missing_item short incomplete only_got only_2 only_two left_out not_all_there one_short forgot_to_include less_than_i_ordered not_in_the_box wasn't_in_the_box only_received isn't_in_the_box only_one turned_up only_came part_missing
wrongitem: 货不对 发错颜色 发错货 收到的不是 发错 寄错 错的 不对 弄错 不一样 不是我买的 不是我要的 错货 别人的 跟下单的不一样 货不对板 错了 拿错 给错 发成 寄成 来的是 跟我选的 不符 对不上 | posted_me you_sent_me got_a_different different_from_what sent_the_wrong wrong wrong_item incorrect not_what_i_ordered different mixed_up mix_up not_the_one someone_else's sent_me_the_wrong mistaken instead_of swapped you_sent you_posted_me isn't_what_i_ordered
address: 地址 收货地址 收货的地方 收货地 收件地址 送货地址 住址 地方写 写成老家 写错地方 地点 门牌 收货信息 | address delivery_address where_to_send old_flat old_house postcode house_number street shipping_address location destination old_place
change: 改 修改 更改 变更 换 调 改成 改一下 更换 改到 换成 动一下 换一下 调整 变 改送 改寄 更新 改动 | change edit modify amend update alter switch correct fix adjust different instead changed
shipped: 已发货 发货了 已经发货 在路上 发出去了 已经寄出 发走了 都在路上 寄出去了 已经发出 发了货 | already_shipped has_shipped left_already in_transit already_on_its_way after_it_shipped been_sent shipped_already already_travelling already_sent on_the_way dispatched_already
notshipped: 没寄出去 还没出来 没出库 没发货 还没发货 未发货 没发出 还没发出来 没寄出 发货前 还没发 没寄 没发 还没寄 | not_shipped hasn't_shipped before_it_ships not_sent_yet hasn't_gone_out hasn't_left unshipped not_dispatched before_dispatch not_gone_out_yet
packed: 打包 装箱 未打包 没打包 已打包 包装好 打包前 | packed pack boxed not_packed not_boxed packing
doorstep: 上门 送上门 送货上门 家门口 门口 放门口 送到家 送到楼上 拿上楼 送上楼 到门 | door doorstep to_the_door upstairs to_my_door bring_it_up home_delivery at_the_door
locker: 蜂巢 快递架 驿站 快递柜 丰巢 柜子 自提点 自提柜 菜鸟 代收点 放柜 | locker pick-up_station parcel_shop collection_point pickup_point parcel_locker
slot: 预约 时间段 时段 晚上送 指定时间 几点送 白天送 定时 约时间 周末送 约个时间 | slot time_slot schedule evening_delivery appointment book_a_time choose_a_time particular_time certain_time specific_time
refuse: 拒收 拒签 不签收 不收货 当场拒 | refuse reject decline turn_away not_accept
combine: 合并 一起发 一起寄 合单 并成 放一起 一个箱子 凑一起 并单 合在一起 一块寄 一块儿寄 拼一起 塞一个箱子 合成一个 合成 | combine merge together single_carton in_one_box one_shipment same_box one_parcel at_the_same_time joined join
twoorders: 两个订单 两单 几单 两笔订单 买了两回 两次下单 分开下单 两回 多个订单 分两次 两份订单 | two_orders both_orders several_orders both_my_purchases second_order separate_orders multiple_orders
split: 分开 拆单 分几个 几个包裹 分批 拆开发 分开发 分两个 分开寄 分开到 拆分 陆续 分成 | several_parcels split split_up separately partial in_parts two_parcels two_boxes different_boxes
weekend: 周末 周六 周日 星期天 礼拜天 礼拜六 星期六 双休 礼拜日 周天 星期日 | weekend weekends saturday sunday saturdays sundays
holiday: 节假日 放假 假期 春节 过年 国庆 五一 元旦 中秋 法定假 清明 端午 长假 年三十 大年 假日 | holiday holidays new_year spring_festival public_holiday christmas bank_holiday national_day festive golden_week chinese_new_year cny easter
today: 今天 当天 今日 今晚 当日 | today same_day right_away straight_away tonight
cutoff: 几点前 截止 之前下单 点拍 点付款 点下单 点付的 下午 上午 中午 傍晚 早上 晚上 | cut-off cutoff by_what_time deadline before_what_time lunchtime noon afternoon morning midday 3pm 4pm 5pm
work: 干活 上班 工作 营业 照常 值班 | work open working operate operating
warehouse: 仓库 仓 库房 从哪发 从哪里发 从哪寄 发货地 哪个城市 从哪儿 哪里发货 从哪个城市 | warehouse where_do_you_ship_from ship_from depot sent_from ships_from
remote: 偏远 新疆 西藏 内蒙古 内蒙 乌鲁木齐 拉萨 呼和浩特 喀什 边远 伊犁 林芝 日喀则 包头 鄂尔多斯 山区 | remote xinjiang tibet inner_mongolia lhasa urumqi kashgar hohhot far-off outlying
surcharge: 附加 附加费 加收 多收 加钱 多交钱 另外收 另外给钱 额外 加价 补钱 补差 多给钱 另收 多掏 加多少 另外加钱 另付 要加钱 | surcharge extra additional supplement on_top extra_charge add_on extra_fee slap_on added more
hkmt: 新界 台中 香港 澳门 台湾 港澳台 台北 高雄 九龙 港澳 | hong_kong macau taiwan taipei macao kowloon hk kaohsiung
abroad: 海外 国外 境外 国际 外国 出国 老外 留学 人在国外 寄国外 别的国家 | abroad overseas international foreign outside_china worldwide another_country other_countries internationally outside_the_mainland
country: 国家 哪些国家 美国 英国 日本 韩国 加拿大 德国 法国 澳大利亚 澳洲 新西兰 新加坡 马来西亚 泰国 越南 意大利 西班牙 荷兰 瑞典 丹麦 爱尔兰 比利时 欧洲 墨尔本 悉尼 纽约 伦敦 东京 巴黎 多伦多 温哥华 首尔 大阪 曼谷 柏林 东南亚 洛杉矶 米兰 | country countries usa america us_address united_states uk england britain japan korea canada germany france australia new_zealand singapore malaysia thailand vietnam italy spain netherlands sweden denmark ireland belgium europe toronto melbourne sydney london paris tokyo berlin new_york vancouver seoul bangkok american european brazil dublin amsterdam madrid rome brussels
abroad: 美国 英国 日本 韩国 加拿大 德国 法国 澳大利亚 澳洲 新西兰 新加坡 马来西亚 泰国 越南 意大利 西班牙 荷兰 瑞典 丹麦 爱尔兰 比利时 欧洲 墨尔本 悉尼 纽约 伦敦 东京 巴黎 多伦多 温哥华 首尔 大阪 曼谷 柏林 洛杉矶 | usa america united_states uk england britain japan korea canada germany france australia new_zealand singapore malaysia thailand vietnam italy spain netherlands sweden denmark ireland belgium europe toronto melbourne sydney london paris tokyo berlin new_york vancouver seoul bangkok american european dublin amsterdam madrid rome brussels
australia: 澳大利亚 澳洲 墨尔本 悉尼 新西兰 布里斯班 奥克兰 | australia new_zealand melbourne sydney brisbane auckland aussie
customs: 海关 清关 关税 税 扣关 被税 进口税 税费 税钱 扣在海关 收税 过关 报关 消费税 | customs duty duties import_tax tariff tax_man vat taxed border clearance taxman taxes
restricted: 不能寄 寄不了 限制 不支持配送 不能买 寄不出去 禁运 | can't_be_sent restricted can't_ship not_allowed prohibited unavailable_in can't_send
voltage: 电压 110v 220v 伏 插头 插座 插得上 变压器 转换头 转换插头 能不能用电 通电 国标 | voltage volts 110v 220v plug socket sockets adapter adaptor transformer mains run_on outlets outlet
redirect: 转寄 改寄 转送 改派 转投 换个地方送 送到公司 送到别 | redirect reroute redirected forward to_my_office to_my_work divert
returned: 退 退货 退掉 退回 退回去 退还 不想要 不要了 不喜欢 不满意 退了 退呗 退给你们 寄回 寄回去 寄回来 退不退 能退 退得了 退换 退换货 退东西 反悔 后悔 不合心意 退件 无理由 七天无理由 送回 想退 | return returns returned returnable send_back sending_back sends_back give_back ship_back bring_back take_back return_it returning post_back send_it_back go_back change_my_mind changed_my_mind don't_like_it don't_want_it went_off_it went_off unwanted no_longer_want sending_it_back not_happy_with bring_it_back hand_back dislike
noreason: 不喜欢 不想要 无理由 个人原因 不满意 后悔 不好看 反悔 不合适 不要了 不想要了 没理由 看不上 | change_my_mind changed_my_mind change_of_mind without_reason don't_like don't_want no_longer_want went_off_it went_off simply no_reason dislike unwanted not_happy
exchange: 换货 换 调换 换一个 换大 换小 换新 换码 换个大的 换个 更换 换尺码 | exchange swap replace replacement change_for next_number_up another_size trade_for swapped
window: 几天里 时效 多少天里 几天内 几天之内 多少天内 期限 多久内 时限 最后期限 还来得及 过期 超过 晚了 多久之内 有效期内 以内 | within window period deadline too_late how_many_days days_have_i how_long_have_i how_long_do_i_have time_limit still_able late limit days_do_i_have latest
tags: 吊牌 标签 牌子 吊牌剪 包装盒 盒子 原包装 包装扔了 拆了标签 剪了 盒子扔 标 | tag tags label original_box packaging box_thrown snipped cut_off original_packaging threw_away_the_box without_the_box
worn: 穿过 试穿 洗过 用过 穿了 戴过 试了 试用 上身 穿着 | worn tried_it wore try_on tried_on already_washed already_worn
opened: 拆封 拆开 打开 开封 开了 用了 抹了 涂了 拆了 打开了 启封 | opened unsealed broke_the_seal seal unopened once_opened
allergy: 过敏 红疹 发红 刺痛 长痘 起疹子 小红疙瘩 疙瘩 烂脸 痒 不适 红肿 皮肤过敏 起红 爆痘 脸上起 | allergic allergy reaction rash irritation spots itchy breakout hives burning pimples broke_out breaking_out red_skin brought_me_out sting
intimate: 内衣 内裤 袜子 贴身 睡衣 文胸 胸罩 短裤 | underwear socks undies lingerie knickers bra pants boxers briefs hosiery
pickup: 上门取件 取件 上门收 上门拿 来拿 来取 收件员 派人来 上门来取 | pick-up collect pickup collection come_and_get collected picked_up pick_it_up
reject: 驳回 拒绝 不通过 没通过 不同意 被拒 审核不通过 不给退 不让退 没审核过 | rejected denied refused turned_down declined not_approved said_no rejection turn_down
appeal: 申诉 不服 不服气 投诉 复核 再审 说理 | appeal dispute disagree don't_agree complain contest object second_opinion complaint unfair
withdraw: 撤回 撤销 撤 取消申请 不退了 留下 | withdraw call_off undo keep_it cancel_the_request keep_the_item
gift_received: 别人送 朋友送 收到的礼物 送我的 礼物 送的 没有订单 | given gift_from present_from aunt_gave gave_me was_given got_it_as_a_gift gifted received_as_a_gift
warranty: 保修 质保 维修 保多久 管几年 包修 三包 保修期 管多久 保几年 售后期 保固 管保 质保期 | warranty guarantee covered cover coverage guaranteed under_warranty warrantied
repair: 修 维修 修理 报修 送修 返修 维护 修补 补 修好 修一修 | repair fix mend repaired repairs fixed servicing
expiredwarranty: 过保 保修期过 过了保修 出保 保修外 过期了还能修 | out_of_warranty warranty_expired after_the_warranty warranty_is_over
heater: 发热 发热盘 发热部件 电机 加热部分 加热 加热管 | heating heater motor heating_element heating_plate element heating_parts
pack: 包装 包得 防震 泡沫 易碎 结实 环保 回收 可回收 | packaging packed fragile recyclable protect wrapped eco-friendly plastic foam recycle
fragile: 易碎 玻璃 陶瓷 瓷器 怕摔 | fragile glass ceramics breakable china
pobox: 邮政信箱 军邮 | po_box p.o._box
collectback: 退回去了 没人取 超时 没去拿 忘了取 没取 | sent_back_because nobody_collected uncollected not_collected didn't_collect didn't_pick_up
`
