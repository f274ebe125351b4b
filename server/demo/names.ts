import type { Dice } from './dice.ts'

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜'.split('')
const given = (
  '稻穗 青禾 山泉 星河 海棠 白杨 朝露 晚晴 松涛 竹影 麦浪 春雷 秋实 冬青 云帆 石桥 渡口 灯塔 远帆 新苗 ' +
  '梧桐 银杏 红枫 长亭 小满 谷雨 白露 惊蛰 清溪 明月 芒种 立夏 霜降 寒露 晨钟 暮鼓 归雁 鸣蝉 荷塘 柳岸 ' +
  '雪原 沙洲 浅滩 高崖 深谷 平湖 飞瀑 流萤 新月 长虹'
).split(' ')

/** Names out of a nature book: nobody is called that. */
export function nameFrom(dice: Dice): string {
  return dice.one(surnames) + dice.one(given)
}

export const townships = [
  '稻香镇',
  '东河镇',
  '西坡乡',
  '南塘镇',
  '北岗乡',
  '石桥镇',
  '松溪乡',
  '柳湾镇',
]

export const villages = (
  '稻香 荷塘 柳岸 竹园 松林 石磨 水车 麦田 桃溪 梨花 杏坡 枣沟 茶山 棉坊 渔浦 盐亭 窑头 桑园 榆关 槐荫 ' +
  '枫桥 芦荡 莲池 菱角 稗草 苇子 蓼花 葛藤 薯窖 豆腐'
).split(' ')

export const bureaus = (
  '发展改革局 教育体育局 财政局 民政局 人力资源社会保障局 自然资源局 交通运输局 水利局 农业农村局 文化旅游局 ' +
  '卫生健康局 应急管理局 审计局 市场监管局 统计局 医疗保障局'
).split(' ')

export const companies =
  '禾岭种业 青禾食品 山泉饮料 星河纺织 石桥建材 白杨家具 松涛物流 竹影文创 麦浪农机 谷雨电商 清溪环保 长亭旅行社'.split(
    ' ',
  )
