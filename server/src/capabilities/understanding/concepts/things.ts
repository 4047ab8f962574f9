/** Goods, what they are made of, what is done with them, and what they measure; the form is that of `delivery.ts`. */
/** Kinds of goods: a question about one is not answered by what is said of another. */
export const goods = `
shirt: 衬衫 衬衣 牛津纺 | shirt oxford
jumper: 毛衣 针织衫 羊毛衫 打底衫 毛线衣 套头衫 | jumper sweater pullover knitwear knit crew-neck knits
jeans: 牛仔裤 牛仔 | jeans denim
trousers: 裤子 长裤 裤 | trousers pants slacks
dress: 连衣裙 裙子 裙 | dress frock skirt
tshirt: t恤 短袖 体恤 | t-shirt tee tshirt
coat: 大衣 外套 呢子 外衣 | coat overcoat
jacket: 冲锋衣 夹克 外壳 硬壳 | shell_jacket jacket shell anorak raincoat
vest: 背心 马甲 羽绒背心 | vest gilet bodywarmer down_vest
socks: 袜子 袜 中筒袜 | socks sock
scarf: 方巾 围巾 丝巾 | scarf neckerchief
shoes: 鞋 鞋子 运动鞋 | shoes trainers footwear boots sneakers shoe
canvasshoes: 帆布鞋 | canvas_trainers canvas_shoes canvas_ones canvas sneakers trainers plimsolls
hikingshoes: 徒步鞋 登山鞋 | hiking_shoes hiking_boots walking_boots
hat: 帽子 针织帽 毛线帽 冷帽 | beanie hat cap wool_hat
sunhat: 渔夫帽 遮阳帽 太阳帽 | sun_hat bucket_hat
backpack: 背包 双肩包 书包 徒步包 登山包 | backpack rucksack bag daypack
tent: 帐篷 | tent
poles: 登山杖 手杖 拐杖 | poles trekking_poles walking_poles sticks
mug: 野营杯 钛杯 钛合金杯 | mug camp_mug titanium_mug
sleepingbag: 睡袋 | sleeping_bag
cleanser: 洗面奶 洁面 洁面乳 洗脸 洗面乳 洗颜 | cleanser face_wash facial_wash
serum: 精华 精华液 | serum
cream: 面霜 保湿霜 润肤霜 乳霜 晚霜 | cream moisturiser moisturizer face_cream moisture_cream
sunscreen: 防晒 防晒霜 防晒乳 防晒油 | sun_lotion sunscreen sun_cream sunblock spf
handcream: 护手霜 手霜 | hand_cream
lipbalm: 唇膏 润唇膏 口红 | lip_balm chapstick lip_salve
bodylotion: 身体乳 润肤乳 | body_lotion
mask: 面膜 清洁面膜 | mask clay_mask face_mask
skincare: 护肤 护肤品 化妆品 | skincare cosmetics skin_care beauty_products
bedding: 床单 四件套 床品 被套 床上用品 | bedding sheets duvet_cover bed_linen bed_set
towel: 浴巾 毛巾 | towel towels
candle: 蜡烛 香薰 香薰蜡烛 | candle scented_candle candles
vase: 花瓶 | vase
pillow: 枕头 护颈枕 枕芯 枕 记忆棉 记忆枕 | pillow cushion memory_foam
blanket: 毯子 沙发毯 盖毯 毛毯 羊羔绒 | throw blanket sherpa
storagebox: 收纳箱 箱子 松木箱 储物箱 | storage_box pine_box crate
wallclock: 挂钟 钟 时钟 | wall_clock
plant: 绿植 龟背竹 植物 盆栽 | monstera plant houseplant potted_plant
kettle: 水壶 电水壶 烧水壶 热水壶 壶 | kettle
ricecooker: 电饭煲 电饭锅 饭煲 | rice_cooker
skillet: 平底锅 铸铁锅 铁锅 煎锅 锅 | skillet pan frying_pan cast_iron cast-iron
knife: 刀 厨刀 菜刀 | knife chef's_knife knives
tableware: 餐具 碗 盘子 碟 饭碗 瓷碗 青瓷 | tableware bowls plates dishes celadon bowl plate crockery dinner_plates
board: 砧板 菜板 案板 | chopping_board board cutting_board
thermos: 保温杯 杯子 水杯 保温壶 | thermos flask flasks bottle tumbler
coffeeset: 咖啡 手冲 滤杯 | coffee pour-over dripper
apron: 围裙 | apron
lamp: 台灯 灯 护眼灯 | lamp desk_lamp light desk_light
speaker: 音箱 音响 喇叭 蓝牙音箱 | speaker bluetooth_speaker
earbuds: 耳机 耳塞 蓝牙耳机 | earbuds headphones earphones buds earbud
powerbank: 充电宝 移动电源 | power_bank powerbank portable_charger
humidifier: 加湿器 | humidifier
fan: 风扇 电扇 电风扇 | fan
keyboard: 键盘 | keyboard
charger: 充电座 无线充电 充电器 充电头 | charging_stand wireless_charger charger charging_dock
digitalclock: 电子钟 温湿度计 温湿度 | hygrometer digital_clock thermometer
pen: 钢笔 | fountain_pen
gelpen: 中性笔 水笔 签字笔 | gel_pens gel_pen pens
notebook: 笔记本 本子 | notebook
tape: 胶带 和纸胶带 | washi_tape tape
planner: 手帐 规划本 手账 | planner diary
watercolour: 水彩 颜料 | watercolour watercolor paints
organiser: 收纳架 桌面收纳 | organiser organizer
passport: 护照夹 护照 | passport_holder
letterset: 信笺 信封 信纸 | letter_set envelopes stationery
longjing: 龙井 | longjing
dahongpao: 大红袍 岩茶 | da_hong_pao rock_tea
whitetea: 白牡丹 白茶 茶饼 | white_peony white_tea
osmanthus: 桂花红茶 桂花 | osmanthus
blacktea: 红茶 | black_tea
jasmine: 茉莉 龙珠 | jasmine dragon_pearls
puer: 普洱 陈皮 小沱 | pu'er puer tangerine
oolong: 乌龙 高山乌龙 | oolong
teaset: 茶具 旅行茶具 | tea_set
tea: 茶 茶叶 泡茶 绿茶 | tea teas green_tea
`
/** What is said of goods. */
export const things = `
clothes: 衣服 衣物 服装 上衣 衣裳 | clothes clothing garment garments
electronics: 电器 电子产品 家电 小家电 数码 | electronics appliances devices gadgets electrical
wool: 羊毛 羊绒 毛料 羊毛衫 | wool cashmere merino woollen woolen
down: 羽绒 鸭绒 鹅绒 | down goose duck
cotton: 棉 纯棉 | cotton
wash: 洗 清洗 洗涤 机洗 手洗 水洗 下水 弄干净 去污 清洁 洗衣机 干洗 怎么洗 咋洗 | wash washing clean washed laundry machine_wash dry_clean cleaning washable launder
washingmachine: 洗衣机 机洗 滚筒 | washing_machine machine_wash machine
shrink: 缩水 变小 | shrink shrinking shrinkage
fade: 掉色 褪色 浮色 染色 串色 | fade dye bleed colour_run fading
pilling: 起球 起毛 毛球 | pilling bobbling lint
waterproof: 防水 防泼水 怕水 不挂水珠 渗水 渗进去 淋雨 泼水 水珠 漏水 淋水 | waterproof water_repellent soaks beading splash water_repellency rain repel splashproof wet
rust: 生锈 锈 上锈 除锈 | rust rusty rusting de-rust
season: 开锅 养锅 | season seasoning
descale: 水垢 除垢 白垢 白白的 白色 一层白 垢 | limescale scale descale white_crust crust residue furred
microwave: 微波炉 微波 叮一下 热饭 打热 | microwave nuke heat_up reheat
dishwasher: 洗碗机 | dishwasher
oven: 烤箱 | oven
induction: 电磁炉 明火 煤气 燃气 | induction gas stove hob
smell: 异味 味道 怪味 臭 有味 难闻 | smell smells odour stink stinks smelly
pair: 配对 连接 连上 连手机 蓝牙连 链接 | pair connect pairing talking_to hook_up link
onesided: 一边 左耳 右耳 单边 一只 没声 没声音 不出声 | one_side left right no_sound silent only_one
plane: 飞机 登机 坐飞机 托运 航班 上飞机 | plane flight cabin luggage airport airline fly hand_luggage carry-on
store_tea: 存放 保存 放冰箱 储存 | store storage fridge keep_fresh keep
brew: 泡 冲泡 泡茶 冲 | brew brewing steep infuse make_tea
watertemp: 水温 多少度 多热 几度 温度 度的水 | hot temperature degrees water_temperature how_hot
noink: 不出水 断墨 写不出 出不来墨 写不出字 | won't_write doesn't_write no_ink skips dried_up not_writing
care: 保养 维护 养护 | care maintain maintenance look_after
sensitive: 敏感肌 敏感 敏感皮肤 | sensitive sensitive_skin
oily: 油皮 油性 油性肌 出油 | oily oily_skin greasy
dry: 干皮 干性 干燥 | dry dry_skin
pregnant: 怀孕 孕妇 孕期 哺乳 备孕 | pregnant pregnancy breastfeeding nursing expecting
reapply: 补涂 再抹 再涂 补防晒 隔多久 隔多长 多久补 再擦 | reapply put_on_again apply_again again how_often top_up
routine: 使用顺序 先后 步骤顺序 先用哪个 | routine order_of steps which_first sequence
honey: 蜂蜜 蜂 | honey bee
shelflife: 保质期 开封后 能放多久 拆开以后 过期 喝光 喝完 用完 能用多久 临期 开了 变质 | shelf_life best_before once_opened go_off use_by keep_for drunk_up use_up after_opening opened
size: 尺码 尺寸 大小 码数 码 穿多大 穿哪个号 什么号 多大 几码 型号 号码 | size sizes sizing fit which_letter measurement
toosmall: 小了 买小 太小 紧 挤 勒 夹脚 磨脚 | too_small tight pinch pinches small snug narrow
toobig: 大了 买大 太大 松 宽松 | too_big loose large too_large
bigger: 大一码 换大 大的 半码 大半码 | bigger next_size size_up next_number_up larger half_a_size
bodysize: 身高 体重 公斤 斤 米 一米 cm kg 高 | height weigh kilos kg cm tall weight
wide: 脚宽 脚背高 脚背 宽脚 偏宽 | wide wide_feet broad instep
colour: 颜色 色 配色 花色 什么色 有没有红 色差 | colour color shade colours colors
purple: 紫 紫色 紫的 雪青 淡紫 | purple lilac violet lavender
white: 白 白色 | white
black: 黑色 黑的 黑 | black
red: 红色 红的 砖红 | red brick
blue: 蓝 蓝色 雾蓝 藏青 天青 | blue navy sky mist_blue
green: 绿 绿色 墨绿 橄榄 鼠尾草绿 | green pine sage olive
grey: 灰 灰色 炭灰 浅灰 | grey gray charcoal
beige: 米白 米色 奶油 卡其 奶白 | beige cream oatmeal khaki
brown: 棕 棕色 咖色 焦糖 深棕 褐色 | brown caramel tan
pink: 粉色 粉 豆沙 粉红 | pink rose
picturediff: 色差 跟图片不一样 实物 图片 | look_different picture_colour photo_differs
material: 材质 面料 成分 料子 什么做的 啥料子 质地 料 | material fabric made_of made composition
weight: 多重 重量 克重 几斤 多少克 重不重 有多重 几公斤 重 轻重 | heavy weigh weight weighs how_heavy grams
capacity: 容量 能装 多少升 多少毫升 几升 装多少 | capacity volume litres hold holds
batterylife: 续航 能用多久 电池 充一次 撑多久 一次充电 能听多久 | battery battery_life last lasts per_charge charge_last
noise: 噪音 吵 声音大 分贝 吵不吵 安静 静音 | noisy noise loud decibels quiet
cold: 冷 零下 扛得住 保暖 最冷 低温 极限温度 | cold coldest freezing warm temperature
power: 功率 瓦 | watts power wattage
pages: 页 多少页 张页 页数 几页 | pages page_count page
switch: 轴 轴体 | switch switches
core: 芯 枕芯 内芯 | core inner
tank: 水箱 一箱 一箱水 | tank fill
lid: 盖子 杯盖 | lid
noveltymaterial: 皮 牛皮 真皮 | leather
warm: 暖 暖和 保暖 厚 | warm thick cosy
`
