/** Further wordings of what is meant elsewhere: looser, homelier, regional ones; the form is that of `delivery.ts`. */
export const colloquial = `
ship: 捎 捎来 捎过来 递过来 递 递到 走快递 往这边发 往外发 动身 出仓 出门了 上路 启程 发往 运过来 运到 运去 | leave leaves leaving go_out goes_out going_out get_sent posted_to shipped_to deliver_to send_over mail_out set_off
fee: 运送费 运输费 快递的钱 跑腿费 派送费 送过来的钱 寄过来的钱 | shipping_bill delivery_bill cost_to_send cost_to_ship courier_fee
freeofcharge: 一分钱不花 一分不花 不掏钱 不用掏钱 一毛不拔 一分邮费都不用 零元 0元 一分钱都不用 倒贴 收费吗 收钱吗 要不要收费 收不收费 收不收钱 | without_being_charged cost_nothing costs_nothing for_free no_cost not_pay dodge skip
threshold: 凑到多少 花到多少 买到什么数 凑多少 达到多少 多少起 金额要到 凑整 | how_high how_big basket_have_to_be how_much_must_i_buy spend_how_much cart_total basket_total order_value
courier: 小哥 骑手小哥 跑腿 送件的 快递大哥 快递员大哥 | delivery_chap delivery_lad delivery_bloke dispatch_rider post_office delivery_woman who_brings
faster: 十万火急 催 火速 飞快 等不及 急等 等着用 马上要 急需 催一下 催单 | in_a_hurry can't_wait need_it_now need_it_by speedier hurry_up quick_as_possible short_notice pronto
parcel: 件 货件 纸箱 盒子 箱 | delivery goods carton stuff_i_ordered
track: 定位 走到哪 到哪个城市 实时位置 跑到哪 查快件 运到哪 送到哪儿 现在在哪 踪影 物流单 物流号 查我的件 | map whereabouts_of check_on_my how_far_along locate_my tracking_page tracking_link where_has_my
stuck: 一动不动 纹丝不动 原地不动 趴窝 赖着不走 老样子 静止 没挪窝 没挪动 迟迟不动 停留 滞留 停滞不前 卡在 | sat sitting hasn't_budged not_budged same_place same_depot same_spot not_going_anywhere not_shifted hasn't_shifted stationary stopped_updating limbo
arrive: 送来 收货 到我手 到我这 抵达 落到 送达到 到我家 来到 上我这 | make_it make_it_to be_with_me at_my_house at_mine on_my_doorstep reach_me be_delivered be_here shows_up
notreceived: 没有我的件 没见到货 影都没 影儿都没 没人给我 压根没到 没到我手 不翼而飞 没见到包裹 一直没见着 杳无音信 没音 没下文 | nowhere_to_be_seen never_got never_came hasn't_come hasn't_turned_up didn't_turn_up nothing_turned_up no_parcel haven't_seen vanished_parcel isn't_there wasn't_there nothing_arrived
signed: 交到我手上 写着已经 写着送到 显示交付 写着签收 有人代收 谁替我签 谁代收 谁拿走 别人签了 说是送了 显示完成派送 | supposed_to_be_delivered handed_over dropped_off says_delivered claims_delivered somebody_signed neighbour_signed left_with app_says_delivered marked_delivered
damaged: 稀巴烂 四分五裂 豁了 豁口 碎渣 碎一地 成渣 缺角 缺口 凹 凹进去 压烂 磕了 摔了 散架 散架了 洒 洒了一箱 破口 烂得 | in_bits to_bits smash smashing squashed bent torn ripped spilt spilled burst cracked_open knocked_about in_a_state wrecked ruined
faulty: 不灵了 歇菜 趴窝了 挂了 报废 坏掉 出毛病 有毛病 不听使唤 不走了 不亮 不亮了 充不进 充不上 不通电 不制冷 不出雾 不加热 没动静 黑屏 死机 脱胶 开胶 断裂 裂了个口 掉了一块 掉扣子 线头 | packed_up conked_out bust busted dead gone_dead kaput on_the_blink given_up won't_charge not_charging doesn't_charge won't_start not_heating flickers came_off fell_off came_loose seam split_open hole
missingitem: 少了一个 少一个 缺一个 缺了 没给我装 落下 落了 没放进来 少发一件 漏掉 不够 差一个 只看到 只有一个 没见另一 | forgot_one left_one_out where's_the_rest wheres_the_rest only_one_came one_is_missing not_everything not_in_there half_the_order part_of_my_order
wrongitem: 张冠李戴 乌龙 搞混 搞错 装错 弄混 弄岔 不是同一个 完全两码事 货不对版 牛头不对马嘴 收到别的 寄来别的 寄错人 | someone_else's somebody_else's not_mine not_what_i_asked something_else_entirely something_completely_different mixed_it_up got_the_wrong sent_me_the_wrong posted_the_wrong instead_i_got
address: 住的地方 收件的地方 门牌号 街道 小区 新家 老家 搬家 搬了 旧址 新址 收件人 楼号 | where_i_live moved moving_house moved_house moved_flat flat_number postal_address new_flat new_place new_house old_address wrong_house
addressbook: 地址簿 地址薄 地址本 收货地址里 存几个地址 保存的地址 常用地址 | address_book saved_addresses stored_addresses addresses_saved
change: 更正 纠正 订正 改掉 改改 换掉 变一下 改正 调成 | fix_it put_right sort_out rectify overwrite set_to
packed: 封箱 装好 装好了 封好 配货 备货 拣货 | being_prepared being_packed prepare prepared preparing boxed_up wrapped_up awaiting_packing picking
doorstep: 扛上楼 扛到 搬上楼 搬到 抬上来 上楼 到楼上 送进屋 送进门 到家里 到门前 五楼 六楼 三楼 四楼 没电梯 拎上来 送货到户 爬楼 | carry_it_up carried_up up_the_stairs to_my_flat to_my_apartment third_floor fifth_floor fourth_floor no_lift at_my_door front_door to_my_home
locker: 便利店 小卖部 超市代收 代收 门卫 传达室 收发室 物业 自提 寄存 | corner_shop collection_locker locker_box concierge reception pick_up_point collect_from
slot: 下班后送 下班再送 什么点送 约定 约好时间 晚点送 改天送 挑时间 挑个时间 定个时间 晚上七点 工作日送 休息日送 | after_work deliver_after come_after between_6 pick_the_time choose_the_time choose_when set_a_time come_on_a delivery_window
refuse: 不签字 原封拿走 让他拿走 原封退回 退给快递 让快递员带回 让快递带回去 不接 不收了 不收它 拒接 原样带回 门口退 | refuse_it turn_it_away send_it_away not_sign not_take_it don't_accept not_accepting hand_it_back_to_the_courier refuse_on_the_doorstep
combine: 塞一个 塞进一个 塞一起 装一个箱 装一起 装在一个 装到一 一箱 一个纸箱 拼成一 拼单 打一个包 打包在一起 并在一起 归到一 | one_carton one_box same_carton all_in_one bundle_them put_them_together sent_together one_package single_parcel single_box together_please lumped
twoorders: 两次下的单 分两次下 下了两次 下了两单 两张单 两个单子 拍了两次 两回下的 前后两单 | two_separate_orders two_baskets ordered_twice two_orders_same_day another_order placed_two second_purchase
split: 就来一个箱 只来了一个包 先来一部分 先到一半 一部分先到 先到一 分了好几 分了几次 | in_dribs_and_drabs bit_by_bit two_deliveries half_came rest_later
weekend: 休息日 周末两天 双休日 | sat sun
holiday: 大年初 黄金周 小长假 放大假 国庆节 春节期间 劳动节 过大年 年关 | lunar_new_year over_christmas national_holiday day_off
cutoff: 深夜 半夜下单 半夜下 大半夜 凌晨 夜里 晚上下的单 天黑 月亮都出来 过了四点 赶在几点 赶得上 卡点 末班 | midnight late_at_night near_midnight past_four after_four 4_o'clock in_the_evening in_the_afternoon still_make_it in_time_for
warehouse: 打哪儿寄 打哪发 从哪打包 发货仓 货源地 打哪发货 哪座城市 | where_do_things_ship_from sent_out_from
remote: 藏区 疆 新疆那边 西藏那边 南疆 北疆 昌都 阿里 吐鲁番 哈密 库尔勒 阿克苏 克拉玛依 赤峰 通辽 锡林郭勒 呼伦贝尔 | mongolia shigatse turpan baotou
hkmt: 台南 新北 桃园 宝岛 香江 铜锣湾 旺角 氹仔 湾仔 尖沙咀 | new_territories kaohsiung tainan mongkok
abroad: 老外那边 大洋彼岸 漂洋过海 跨国 出境 国外的 海外那边 洋人 国外收货 侨 | out_of_the_country across_the_sea foreign_country expat not_in_china outside_of_china
country: 都柏林 罗马 马德里 哥本哈根 斯德哥尔摩 阿姆斯特丹 布鲁塞尔 旧金山 芝加哥 波士顿 西雅图 休斯顿 蒙特利尔 爱丁堡 曼彻斯特 慕尼黑 法兰克福 里昂 京都 名古屋 北海道 釜山 吉隆坡 清迈 胡志明 河内 巴西 俄罗斯 印度 墨西哥 南非 迪拜 瑞士 挪威 芬兰 波兰 奥地利 土耳其 菲律宾 印尼 阿根廷 埃及 | dublin rome madrid copenhagen stockholm amsterdam brussels san_francisco chicago boston seattle houston montreal vancouver toronto edinburgh manchester munich frankfurt lyon kyoto osaka busan kuala_lumpur hanoi brazil russia india mexico south_africa dubai switzerland norway finland poland austria turkey philippines indonesia argentina egypt portugal greece los_angeles
abroad: 都柏林 罗马 马德里 哥本哈根 斯德哥尔摩 阿姆斯特丹 旧金山 芝加哥 波士顿 西雅图 蒙特利尔 爱丁堡 曼彻斯特 慕尼黑 京都 名古屋 釜山 吉隆坡 清迈 河内 | dublin rome madrid copenhagen stockholm amsterdam brussels san_francisco chicago boston seattle montreal edinburgh manchester munich kyoto osaka busan kuala_lumpur hanoi los_angeles
customs: 边检 出入境 海关那儿 补税 当地政府 政府要我 交税 缴税 上税 征税 税单 过海关 | paperwork paperwork_from_me import_charge import_charges import_fee tax_at_the_border border_charges held_at_the_border customs_charge
restricted: 违禁 禁止寄 寄不出 带不出去 不让寄 运不了 哪些寄不 不发海外 | banned forbidden isn't_shipped not_sent_abroad won't_ship_abroad not_shippable not_allowed_abroad
voltage: 插座 插孔 插排 三孔 两孔 英标 美标 欧标 电源头 转接头 插得进 使得了 烧掉 烧坏 | blow_up plug_in wall_socket voltage_converter electrics current three_pin two_pin
redirect: 改送 改道 拦截 拦下 截住 中途改 半路改 换个地方收 送到单位 | intercept send_it_elsewhere to_another_address to_a_different_address mid_route
returned: 还回去 还给你们 还货 送还 退换 退了它 退给商家 拿去退 能还 舍不得 反悔了 不想留 不喜欢了 不想要它 退件 打回去 退回来 | go_back take_it_back send_it_back return_it_to give_it_back hand_it_back bring_it_back drop_the_return back_to_you regret sent_back
noreason: 不合心意 不中意 没看上 不对眼 不顺眼 买来后悔 看走眼 没相中 不是我想要的 就是不想 | don't_fancy not_for_me don't_love not_keen regret_buying regret_it not_feeling_it not_what_i_hoped
exchange: 换一款 换个颜色 换个码 换个号 换别的 换新的 换货 对调 掉换 | swap_it trade_it switch_it change_it_for swap_the exchange_it exchange_for
window: 几日内 多少日内 过了几天 晚了几天 晚了一天 超了 超期 逾期 拖了 来得及 赶得及 最晚 最迟 第八天 第九天 过了一周 | how_late day_late missed_the_deadline too_many_days day_8 cutoff_for_returns still_in_time left_it_too_late
tags: 标签都在 标签还在 牌牌 挂牌 合格证 纸盒扔了 包装丢了 包装没了 盒子没了 盒子丢了 外盒 | labels labels_attached hangtag swing_tag tag_off ripped_off_the_tag binned_the_box chucked_the_box lost_the_box
worn: 上过身 试了试 试了一下 上身试 穿了一次 穿过一次 走了两步 在家里试 戴了一下 套了一下 | tried_it_round tried_it_on wore_it_once worn_once walked_around tested_it used_it_once
opened: 撕开 撕了 开过 开了盖 封口撕 破封 揭开 开封了 拧开 | peeled ripped_open cracked_open broken_seal broke_the_seal
allergy: 疹子 起疹 长疹子 冒痘 长包 起包 泛红 红了一片 红一片 火辣辣 刺痒 发痒 脱皮 皮肤起 皮肤红 肿了 烂脸了 不耐受 | rash skin_went_red face_went_red stings stinging came_up_in swollen flared_up itching bumps itch blotchy peeling
intimate: 胸衣 丝袜 打底裤 贴身的 | tights boxers_and briefs_and
pickup: 派车来 派个人 来家里拿 来我家取 上门取 上门收件 来收 快递来收 来取件 | come_to_my_house fetch_it fetch_the collect_it send_someone
reject: 打回 打回来 拒绝了我 没批 不批 没同意 驳回了 被驳回 不予 不给过 审批没过 不认账 不给办 | knocked_back said_no_to my_request_was_refused refused_my not_accepted wouldn't_accept
appeal: 说理去 找谁评理 评理 再看一次 讨个说法 讨说法 重新审 再审核 较真 维权 | fight_it challenge ask_again another_look reconsider
withdraw: 舍不得了 不想退了 又不想退 又想要了 还是留着 改主意 反悔不退 不退货了 想留着 别来取 收回 | keep_it_after_all decided_to_keep want_to_keep changed_my_mind_about_returning stop_the_return cancel_my_return don't_come
gift_received: 送我的 人家送 同学送 同事送 亲戚送 男朋友送 女朋友送 收到礼 别人给我买 别人买给我 不是我买的礼 生日收到 | someone_gave somebody_gave got_this_as_a bought_for_me present_i_got friend_bought_me received_a_present given_to_me
warranty: 质保多久 坏了管不管 包换 保用 售后多长 管多长 管不管修 保几个月 坏了找谁 | how_long_is_it_covered breaks_within still_covered after_sales
repair: 拾掇 修理修理 整好 弄好 收拾 修得好 修得了 补一补 缝补 缝 送去修 寄去修 | get_it_fixed be_fixed be_mended get_it_mended stitch sew patch_up
expiredwarranty: 保修到期 过期保修 出了保 超过保修 买了两年 用了三年 用了两年 不在保 | older_than past_its_warranty bought_years_ago two_years_old three_years_old no_longer_covered
heater: 加热的部分 电热 发热体 底盘 | bit_that_heats heating_bit
pack: 裹 裹的 裹几层 怎么裹 垫 垫了 气泡膜 气泡纸 填充 缓冲 塑料袋 打包得 包得严实 严实 防撞 泡沫板 纸壳 | bubble_wrap padding cushioning stop_the wrapped_up_well how_do_you_wrap cardboard styrofoam peanuts
fragile: 瓷 陶 瓦罐 瓷的 陶的 玻璃的 玻璃制品 易碎的 瓷器活 | pottery porcelain crockery ceramic stoneware
collectback: 放太久 没空拿 没空取 出差没取 忘拿 忘了拿 退走了 被快递退 被退走 没及时取 | forgot_to_collect didn't_fetch didn't_fetch_it left_too_long went_back_to_you gone_back_to_you
pay: 掏 掏的钱 掏腰包 出钱 给 打钱 转账 埋单 付给 掏钱 交费 花的钱 结算 | cough_up fork_out shell_out transfer pay_with_it stump_up bill
paymethod: 怎么给你们钱 支不支持 能不能刷 能刷不 拿什么付 哪几种付 什么能付 收哪些卡 收现金 走什么付 | can_i_use do_you_do what_can_i_pay support accepted take_card take_cards ways_of_paying
card: 卡号 塑料卡 工行卡 招行卡 建行卡 农行卡 | plastic card_number card_digits long_card_number card_details bank bank_details
huabei: 月月还 分着付 分着还 分摊到 分摊几个月 拆成几个月 按揭 赊账 先用后付 打白条 白条 分十二 分12 分六期 三期 | in_chunks bit_each_month a_bit_a_month pay_over over_several_months pay_in_three on_tick on_credit spread_it
cod: 见着东西再给 看到货再付 验了货再付 验货再付 当面给钱 当面付 给快递员钱 到门口给 上门再给 | pay_at_the_door pay_when_i_get pay_once_it pay_the_postman give_the_driver cash_when_it_comes pay_when_it_comes
paidbyother: 她来掏钱 他来掏钱 她来付 他来付 来掏钱 家里人掏 老爸付 老妈付 爸妈掏 男朋友付 别人掏 别人替 替我掏 帮我掏 帮我买单 替我买单 找人买单 | mum_pay dad_pay settle_the_bill_from settle_it_for mum_settle pick_up_the_bill pick_up_the_tab someone_else_to_pay from_her_own_phone from_his_own_phone another_person_pay
combinepay: 拆开给 拆开结 拆着付 一半刷卡 一半从 分两种 各付一半 各出一半 余额不够 剩的刷 不够再 零钱加 凑着付 搭着付 | half_on half_from half_with rest_on rest_with part_on split_it_between split_the_bill two_cards pay_some_with
payfail: 付不出 付不动 付款报 转不出 刷不出来 付款老失败 一直失败 老是失败 点了没反应 付不过去 限额 额度不够 交易失败 交易被拒 | says_failed it_failed keeps_failing won't_take_my_card not_taking_my_card transaction_failed bounced error_at_checkout doesn't_take_my_card stuck_at_payment
charged: 钱出去了 钱扣走 卡里少了 银行短信 银行扣 钱给扣 银行显示 余额少了 刷出去 | bank_shows came_out_of gone_from_my_account charged_me took_the_money money_came_out statement
twice: 两回 扣双份 双份 双倍 收双份 重了 付重 付重了 刷重 两道 | double_payment two_lots two_payments second_time duplicated
timeoutorder: 过期取消 掉单 单子被取消 被自动取消 给我取消 半小时没付 拖太久 没及时付 忘了付 忘记付款 | cancelled_on_its_own basket_gone wasn't_quick_enough took_too_long_to_pay forgot_to_pay didn't_pay_in_time order_has_gone
safe: 偷看 盗 偷 靠谱 保险 会不会被盗 会不会泄 存不存 记不记 看得到 看得见 会不会偷 | hang_on_to keep_my_card store_my_card steal see_my_card hold_on_to hacked_card
bind: 留在你们那 存在你们 记在 保存卡 | stored remembered_card
refund: 钱退给我 退的款 退我 给退 还我钱 退还给我 钱给我 把钱还 退回的钱 吐出来 吐钱 | pennies my_dough my_quid cash_back_to_me pay_me_back paid_back give_me_my_money get_paid_back where's_my_money where_is_my_money
refundarrive: 落袋 进账 到我卡 回到卡 返到卡 到我账 几时回来 多久能拿到 多久能回 几天回来 | in_my_account land_in_my_account come_through be_credited hit_my_account show_in_my_account
refundmissing: 钱咋还没影 没影 钱没影 钱呢 没退给我 还没给我退 钱没见着 钱没回来 一分没见 迟迟不退 拖着不退 钱在哪 | where_are_my_pennies where_is_the_money no_sign_of_my_money nothing_in_my_account hasn't_been_refunded no_money
original: 打到哪 打回哪 回到哪 退给谁 转到我 退到支付宝 退到微信 换个账户收 退到银行卡 打到别的 | which_account back_to_the_same somewhere_else to_my_husband's onto_a_different
closedcard: 卡不在了 卡换了 换了新卡 卡过期 卡挂失 旧卡 老卡 银行卡换了 卡消了 注销的卡 停了 | old_card new_card card_got_replaced replaced_card card_was_replaced don't_have_that_card cancelled_that_card account_i_closed lost_that_card
less: 缩水了 少了一截 少十块 少了十块 不是全额 没给全 差了 对不上数 少退了 打了折 抠了 | short ten_yuan_short missing_from_my_refund ten_less not_all_of_it took_a_cut
partialrefund: 退掉一件 只退一件 退其中一 退一件 退一半 留一件退 满减那部分 满减怎么算 一套里退 只退一样 | send_one_thing_back one_thing_back return_one_of one_of_the_items just_one_item keep_the_rest keep_one bundle_saving multi-buy
price: 什么价格 啥价格 价格多少 价位 几多钱 值多少 要多少 啥价位 什么价位 卖几个钱 | asking damage how_dear price_tag
pricedrop: 亏了 买亏 买早了 刚买就便宜 掉价了 便宜了好多 便宜好多 又便宜了 降了 砍价 刚买完就降 现在才卖 | cheaper_since got_cheaper cheaper_today overpaid paid_too_much price_fell paid_more_than half_price_now came_down
discount: 便宜没 有便宜 便宜些 给点便宜 给个折 打个折 让点价 优待 实惠 划算 | knocked_off anything_off anything_knocked_off bargain money_off cut_price reduced_rate break
coupon: 抵用 抵扣券 折价券 满减卷 优惠码 券码 卷 | code money-off_code
cantuse: 点不了 灰着 选不了 选不上 不认 不识别 不给用 勾不上 抵不了 没生效 不生效 | doesn't_apply not_applying does_nothing not_accept nothing_happens refuses_my_code
stack: 一块儿使 一块使 一块儿用 叠一起 两张券 两张一起 摞 累加 同享 双重优惠 能不能都用 一单几张 | two_vouchers two_codes_at stack_two use_both at_the_same_time double_up more_than_one_coupon
student: 大学 大一 大四 本科 在读 校园 学校 读研 上大学 学生党 中学生 高中生 | undergrad undergrads undergraduates in_college at_university at_uni campus freshman sixth_form
birthday: 过寿 生辰 生日那天 生日当天 出生 | day_i_was_born my_big_day
invoice: 票据 报销凭证 报账 凭证 收据 开个票 开票据 要张票 拿票 | proof_of_purchase for_expenses paper_for_my_boss accounts_department
getinvoice: 上哪儿弄 怎么开 哪里开 哪儿开 哪里弄 怎么要 在哪开 怎么申请 怎么弄到 | how_do_i_get where_do_i_get where_do_i_find request apply_for
companyinvoice: 公司的名字 单位名称 单位抬头 公家 报公账 公账 财务要 财务报销 | put_it_through_the_company for_my_company my_employer my_company
reissue: 打错一位 错一位 填错一位 写岔 开岔 抬头写 名称写错 信息填错 改发票 发票改 税号打错 | got_the_name_wrong wrong_number digit_wrong wrong_digit has_a_typo tax_number_on_my spelling
backdate: 补票 半年前买 三个月前 好几个月前 几个月前 上半年 年初买 老订单 之前买的 | five_months half_a_year six_months_ago last_spring been_months an_old_purchase still_have_an_invoice
member: 会籍 身份等级 档位 段位 | rank standing
levelup: 混到 够得上 升成 熬到 晋升 爬到 当黑卡 当金卡 | make_gold make_black get_gold get_black earn_gold hit_gold
points: 分儿 攒的分 攒分 分值 那些分 我的分 积的分 | loyalty_points my_points
earn: 涨分 得分 给分 送分 攒积分 积攒 得积分 | rack collect
expire: 搁到明年 放到明年 留到明年 明年还在 明年还能用 跨年 会不会作废 会没 会作废 | next_year still_there still_valid carry_over roll_over keep_my_points lose_my_points
transfer: 挪到 挪给 名下 划给 转移给 匀给 并到 过给 分给 送老婆 给老婆 给我妹 给我妈用 | hand_my_points hand_over_my give_away to_the_wife to_my_wife to_my_husband to_my_mum
giftcard: 卡券 电子卡 提货卡 购物券 | gift_token
password: 密匙 登录码 暗号 | pass_word logon
forget: 忘光 忘干净 忘得 想不起 记错 脑子记不住 不晓得密码 | slipped_my_mind blanked gone_blank no_idea_what
login: 上不去 登不进 登录不上 打不开账号 上账号 进账号 进不来 | get_into_my_account get_into sign-in get_on
code: 那串数字 六位数 验证短信 校验 短信里的数字 | six_digit six_digits digits_by_text pin_by_text
closeaccount: 不想在你们这儿混 全抹了 抹掉我的 抹去 清空我的 清除我的 把我删了 把号删 退出平台 删我的 不玩了 | get_rid_of_everything everything_you_know erase_me delete_me forget_me remove_me wipe_everything leave_for_good shut_my_account
stolen: 别人在用我的号 异地登录 登录提醒 有人动过 有人用我 号丢了 被偷 | somebody_is_in_my someone_is_in_my broke_into got_into_my_account strange_device not_me
marketing: 促销信息 促销 推销 短信轰炸 轰炸 天天发 群发 广告信息 垃圾信息 没完没了 | offers pinging pestering spamming bombarding texts_about constant_messages deals_by_text
unsubscribe: 烦得很 烦人 别再给我发 不要给我发 屏蔽掉 拉黑 取消推送 别打扰 不要打扰 骚扰我 清静 | leave_me_alone pester stop_pestering stop_pinging stop_texting stop_messaging quit no_longer_want_to_hear
scam: 套话 要我银行卡 要密码 让我转钱 打款给 诓 忽悠 要验证 自称你们 说是你们 冒牌 | dodgy con con_artist asked_for_my_password asked_for_my_card asking_for_my pretends says_he_is says_she_is claims_to_be
person: 活人 真人客服 值班的 接线员 话务员 接电话 客服小姐姐 工作人员 找个人 有人吗 人来 | anyone someone_to_talk talk_to_someone speak_to_someone somebody_to_talk real_human operator anyone_to_talk awake
hours: 半夜有没有 几点到 深夜有没有 晚上几点 早上几点 通宵 二十四小时 24小时 全天 夜班 值夜 晚上十点 | 10pm 11pm 8am at_night late_night round_the_clock 24_hours 24/7 overnight
hotline: 座机 热线号码 打过去 拨打 拨 打给你们 电话号 | ring_up phone_you give_you_a_ring
store: 柜台 门面 店面 铺子 档口 现场 专卖店 你们店里 杭州店 | counter premises bricks_and_mortar hangzhou_shop hangzhou_counter
where: 上哪儿 上哪 打哪 哪块儿 啥地方 哪个地儿 | whereabouts whereabout
corporate: 发员工 员工礼 节日福利 过节福利 几十个 上百个 一百个 五十个 采买 多要 大单 送客户 给客户 | dozens hundred_of staff_presents client_gifts for_clients for_my_team whole_team in_bulk quantity
logo: 商标 厂标 公司标 标识 图案印 印个 打上 打标 | our_name company_name_on print_our branding_on
stock: 没货了 卖光了 抢光 抢没了 啥时候有 什么时候有 上新 补 还进货 进货 再进 还来货 来货 到新货 | all_gone get_more_in more_in coming_back sold_out_of run_out_of nothing_left
presale: 期货 预定的 定金 要等的那款 预约款 | advance_order order_ahead
cancel: 撤单 不买 不要它 别发 别发货 先别发 退订单 取消单子 作废 后悔买 | scrap call_it_off stop_it don't_send_it changed_my_mind_about_buying bin_my_order drop_the_order
additem: 塞一件 捎一件 再塞 再来一件 补拍 加单 并进去 凑进去 落了一样没拍 | pop_another sneak slip_in tack_on chuck_in throw_in
variant: 换个色 想换成 换成白 换成黑 选错颜色 选错码 颜色拍 换个尺寸 款式选 | one_instead_of want_the other_colour another_colour wrong_one
limit: 买五个 多买几 不让多买 最多买 不给加 加不进 加不了 限数 数量上限 放不进购物车 点不了购买 | won't_let_me wont_let_me let_me_buy max maximum put_five let_me_put more_than_two too_many
giftwrap: 打扮 系丝带 蝴蝶结 礼袋 包起来 包成礼 装礼盒 包得像 卡片 写句话 写几句话 写祝福 | ribbon bow fancy_box card_with_a_message write_a_note handwritten_note put_a_note
hideprice: 价签 金额露 露馅 发现价 知道多少钱 知道价 不知道价 别让她知道 别露出 不带小票 不放小票 单据 | give_away_how_much find_out_what_i_paid how_much_i_paid know_the_price no_invoice_inside no_prices what_it_cost surprise
engrave: 镌 刻一 刻个 刻上去 印个名 写上名 写名 弄个名字 加名字 署名 专属 打字 雕 | scratch scratch_my carve carved inscribe inscription lettering put_my_name write_my_name name_into names_into boyfriends_name
register: 留手机号 不留手机号 不留电话 不给手机号 不给电话 实名 免登录 匿名 开账号 | giving_a_mobile without_giving without_a_phone anonymous anonymously create_a_login without_signing
review: 留言 打分 写评语 评语 给星 晒单 说坏话 吐槽 买家秀 五星 一星 | stars star_rating bad_words negative_comment moan testimonials
deletereview: 抹掉 偷偷抹 删评 删差评 会不会删 屏蔽评 控评 隐藏评价 | take_down_reviews hide_reviews censor remove_bad delete_bad hide_bad
oldorders: 翻不着 翻不到 找不着以前 老单子 旧订单 前年买 去年买 去年给 以前那单 查不到以前 历史记录 | dig_out old_purchase what_i_bought bought_last_year previous_purchases purchase_history
genuine: 李鬼 冒牌货 高仿 水货 正经 靠不靠谱 正不正 鉴定 防伪 | knock-off knockoff legit_products real_deal
status: 啥状态 什么状态 啥意思 是什么意思 什么意思 | what_does what_is_meant awaiting_packing
goods-shirt: 衬 | shirts blouse
goods-jumper: 羊毛衣 圆领毛衣 | jumpers sweaters woolly
goods-jeans: 丹宁 直筒裤 | denims
goods-coat: 呢大衣 羊毛大衣 | woollen_coat
goods-mug: 马克杯 口杯 | mugs cup
goods-thermos: 暖杯 暖壶 热水杯 真空杯 杯里 | vacuum_flask travel_cup
goods-pillow: 枕 枕芯子 | pillows
goods-earbuds: 耳机子 耳麦 蓝牙耳塞 | bud ear_bud
goods-charger: 无线充 充电底座 充电板 | wireless_pad charging_pad
goods-knife: 菜刀 刀具 切菜 | blade
goods-skillet: 煎锅 炒锅 铸铁 | iron_pan
goods-kettle: 电热壶 烧水的 | electric_kettle
goods-tent: 帐子 露营帐 | tents
goods-candle: 香烛 香氛 | candles
goods-skincare: 瓶瓶罐罐 擦脸 抹脸 往脸上 上脸 脸上擦 涂脸 护肤的 脸霜 脸油 | on_my_face on_my_skin put_on_my_face lotions potions creams skin
wash: 过水 泡水 搓 甩干 漂 洗一洗 下水洗 扔洗衣机 清理 | hand_wash rinse tumble_dry spin
shrink: 缩 缩了 缩成 | shrunk shrank
fade: 染花 染了 染上 染色了 染到 蹭上 蹭色 褪了 串染 染成 | turned_my turned_the dyed stained coloured_my rubbed_off ran
pilling: 小疙瘩 疙瘩 一坨一坨 毛疙瘩 起毛了 小毛球 毛团 起团 结球 | fuzzy_balls fuzzy fuzz balls bobbly little_balls fluff bobbled
waterproof: 渗进来 漏雨 透水 泡水了 淋湿 打湿 下雨天 | in_the_rain downpour get_wet gets_wet drenched
rust: 锈迹 锈斑 黄斑 起锈 | rusted corroded
microwave: 微波 叮 转一下 热一热 加热饭 | zap microwaved
dishwasher: 洗碗的机器 机洗碗 | dish_washer
smell: 一股味 怪怪的味 呛 难闻的味 除味 臭味 | whiff pongs odd_smell funny_smell niffs
losesheat: 凉了 凉得快 就凉 不保暖了 没一会儿就凉 不热了 变凉 不保温 冷得快 | keeps_drinks_hot not_keeping_hot goes_cold go_cold gets_cold not_hot lukewarm cools cooled stay_hot keep_hot stays_warm
pair: 搜不到 连不上 连不起来 对上 配上 | won't_connect sync hook_up_to
onesided: 哑了 没声儿 不响了 右边那个 左边那个 单只 只响一边 一个不响 | gone_dead one_bud left_bud right_bud one_ear left_ear right_ear
plane: 坐飞机 过安检 安检 行李 机舱 随身带 | flying on_board airport_security suitcase
brew: 沏 沏茶 泡多久 出汤 闷 | brewed steeped make_a_cup
watertemp: 多烫 开水还是 多少度的水 烫一点 | how_boiling boiling_water
pregnant: 肚子里有 有宝宝 怀了 有喜 孕 怀宝宝 准妈妈 坐月子 喂奶 宝妈 怀孩子 | baby_on_the_way expecting_a_baby with_child mum_to_be breast_feeding feeding_a_baby
sensitive: 皮肤薄 红血丝 容易红 一碰就红 娇气 | delicate reactive easily_irritated
reapply: 再补 隔多久补 补几次 再擦一次 | put_more_on
material: 啥做的 什么料 哪种料 什么木头 什么木 | what's_it_made made_from stuff_is_it fabric_is
size: 尺寸多大 多大尺寸 长宽 长宽高 占地 面积 | dimensions dimension measurements how_wide how_big footprint
span: 最长 最短 多长的 长度 伸到 拉到 能拉多长 伸缩 调到 | longest shortest length extend extends adjustable reach_to
serves: 几个人 几人 多少人 够几个人 几口人 几口之家 | how_many_people feed feeds serves serve family_of
mac: 苹果电脑 苹果本 苹果系统 | mac macbook macos imac
windows: 微软系统 微软电脑 | windows windows_pc
size: 穿几号 哪个号 哪号 要哪个码 穿啥码 选几号 多大号 几号 大码 | what_letter s_or_m m_or_l what_do_i_wear which_number
bodysize: 一米七 一米六 一米八 米七 米六 一百四十斤 一百二十斤 百斤 斤重 个头 体型 胖 瘦 | stone pounds feet_tall foot_tall six_foot my_height cm_tall
toosmall: 绷 绷得 卡 箍 憋 穿不进 塞不进 套不进 短了 夹 | too_snug squeezes digs_in won't_fit can't_get_into
toobig: 晃 松垮 肥 肥了 空荡 掉跟 拖地 长了 | baggy swims roomy falls_off
weight: 沉 多沉 沉不沉 多少斤 分量 几克 克重 份量 | total_weight lightweight how_light light weigh_in kilos
height: 多高 高多少 高度 | how_tall height tall
boiltime: 烧开 烧一壶 烧开一壶 煮开 水开 | boil to_boil boiling_time
burntime: 能点多久 点多久 烧多久 燃多久 能燃 燃烧 | burn burn_time burning_time
included: 送不送 带不带 附带 配不配 自带 盒里有 含不含 包含 带没带 | come_with comes_with included in_the_box supplied does_it_include come_in_the_box
howmanyinbox: 一盒几卷 几卷 几支 几枚 几片 几包 几双 一盒几 一盒多少 一套几 里面几 | how_many_rolls how_many_in how_many_come pieces_in
cold: 零下几度 最低能 最低温 扛冻 冻 冻不冻 多冷 | freezing_point how_cold below_zero lowest_temperature
batterylife: 充一次电 一次充电 充满电 充满一次 用几天 听几个小时 充满 待机 能撑 一次能用 撑几个小时 | hours_of_playback run_for
child: 小孩 小孩子 儿童 娃 娃娃 婴儿 童装 童鞋 童款 小朋友 幼儿 孩子 三岁 | kid kids child children toddler toddlers infant infants children's kid's
female: 女快递员 女客服 女的送 | female woman lady
customise: 定制 定做 订做 | bespoke custom-made made_to_measure
ask-how: 咋个 咋弄的 咋处理 咋回事 该咋 咋办呢 怎么整 怎么搞 咋搞 该怎么弄 怎么才能 | what's_the_way how_would how_should how_does_one what_am_i_supposed
ask-duration: 几分钟 几日 多少分钟 几个星期 几个礼拜 多少天 得几分钟 几个月 几小时 | how_many_minutes minutes_to how_many_seconds for_how_long
ask-when: 哪一天 哪个月 啥时 几时 多会儿 | at_what_time what_date
ask-count: 几个 几张 几卷 几片 几包 几瓶 几支 几双 多少片 最多几个 | number what_quantity
otherperson: 闺女 我妹 我爸 我姐 我哥 我弟 我婆婆 老伴 同学 邻居 舅舅 姑姑 叔叔 阿姨 奶奶 爷爷 外婆 姥姥 亲人 | mums dads boyfriends girlfriends nephew niece neighbour in-laws
`
