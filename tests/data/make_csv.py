#!/usr/bin/env python3
"""make_csv.py - import files of any size: customers, vehicles, parts, labour, opening stock.

The same arguments give the same files. Makers are real WMIs, places real divisions, plates as GA 36 has them (12 % of
them new-energy), VINs carry valid check digits except those asked for with --bad-vins, which are listed on standard
output. Headings are the names of the commands' inputs.
"""
import argparse
import csv
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "data")
SURNAMES = ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
            "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
DOUBLE = ("欧阳", "上官", "司马", "诸葛", "皇甫")
GIVEN = ("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力志永健世广义兴良海山仁波宁贵福生龙元全胜学祥才"
         "发武新利清飞彬富顺信子杰浩宇轩然博涵梓欣怡佳琪雨桐思诚嘉")
PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
VIN_CHARS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
VIN_VALUE = {**{str(d): d for d in range(10)}, **dict(zip("ABCDEFGH", range(1, 9))), **dict(zip("JKLMN", range(1, 6))),
             "P": 7, "R": 9, **dict(zip("STUVWXYZ", range(2, 10)))}
VIN_WEIGHT = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
YEARS = "ABCDEFGHJKLMNPRSTV"  # 2010 to 2027
SYSTEMS = {
    "发动机": ("机油滤清器", "空气滤清器", "燃油滤清器", "火花塞", "点火线圈", "正时皮带", "节气门", "气门室盖垫", "机油泵", "水泵", "涡轮增压器"),
    "制动": ("前刹车片", "后刹车片", "前刹车盘", "后刹车盘", "刹车油", "制动总泵", "ABS传感器", "手刹拉线"),
    "底盘": ("前减震器", "后减震器", "下摆臂", "球头", "稳定杆连杆", "轮毂轴承", "转向拉杆", "半轴防尘套", "前轮胎", "后轮胎"),
    "电器": ("蓄电池", "发电机", "起动机", "大灯总成", "雾灯", "雨刮片", "喇叭", "氧传感器", "保险丝盒"),
    "空调": ("空调滤清器", "压缩机", "冷凝器", "蒸发箱", "制冷剂", "鼓风机"),
    "油液": ("机油", "变速箱油", "防冻液", "转向助力油", "玻璃水"),
    "车身": ("前保险杠", "后保险杠", "左前翼子板", "右前翼子板", "后视镜", "前挡风玻璃", "车门把手", "引擎盖"),
}
UNITS = {"油液": "桶"}
BRANDS = ("原厂", "博世", "曼牌", "马勒", "法雷奥", "德尔福", "电装", "NGK", "天合", "菲罗多", "瓦尔塔", "美孚", "壳牌", "嘉实多", "米其林")
WORK = ("更换", "拆装", "检修", "清洗", "调整", "检测")


def write(args, name, head, rows):
    path = os.path.join(args.out, name + ".csv")
    with open(path, "w", encoding=args.encoding, newline="") as f:
        w = csv.writer(f)
        w.writerow(head)
        w.writerows(rows)
    print(path)


def person(r):
    sur = r.choice(DOUBLE) if r.random() < 0.01 else r.choice(SURNAMES)
    return sur + "".join(r.choice(GIVEN) for _ in range(1 if r.random() < 0.25 else 2))


def date(r, first, last):
    y = r.randrange(first, last + 1)
    return "%04d-%02d-%02d" % (y, r.randrange(1, 13), r.randrange(1, 29))


def money(fen):
    return "%d.%02d" % divmod(fen, 100)


def check_digit(vin):
    rest = sum(VIN_VALUE[c] * w for c, w in zip(vin, VIN_WEIGHT)) % 11
    return "X" if rest == 10 else str(rest)


def vin(r, wmi, n, bad):
    body = wmi + "".join(r.choice(VIN_CHARS) for _ in range(5)) + "0" + r.choice(YEARS) + r.choice("ABCDEFGH12345")
    full = body + "%06d" % (n % 1000000)
    good = check_digit(full)
    if bad:
        good = r.choice([c for c in "0123456789X" if c != good])
    return full[:8] + good + full[9:]


def plate(r, prefixes):
    head = r.choice(prefixes)
    if r.random() < 0.12:
        return head + r.choice("DF") + r.choice("0123456789" + PLATE_LETTERS) + "%04d" % r.randrange(10000)
    tail = ["0123456789"[r.randrange(10)] for _ in range(5)]
    for _ in range(r.choice((0, 1, 1, 2))):
        tail[r.randrange(5)] = r.choice(PLATE_LETTERS)
    return head + "".join(tail)


def unique(seen, make):
    while True:
        value = make()
        if value not in seen:
            seen.add(value)
            return value


def customers(args, r):
    with open(os.path.join(DATA, "areas.csv"), encoding="utf-8") as f:
        areas = [a["name"] for a in csv.DictReader(f) if a["provinceCode"] == "42"]
    seen, rows = set(), []
    heads = (13, 15, 18, 19, 17)
    for _ in range(args.customers):
        phone = unique(seen, lambda: "%d%09d" % (r.choice(heads), r.randrange(10**9)))
        kind = r.random()
        if kind < 0.03:
            name = r.choice(areas) + r.choice(GIVEN) + r.choice(GIVEN) + r.choice(("物流", "建筑", "出租车", "贸易")) + "有限公司"
            rows.append((name, phone, "C", "fleet", "", 30, money(r.randrange(5, 60) * 100000)))
            continue
        cls = "B" if kind < 0.25 else "A"
        source = r.choice(("walk-in", "walk-in", "referral", "phone", "wechat", "insurer"))
        rows.append((person(r), phone, cls, source, date(r, 1955, 2005) if r.random() < 0.4 else "", "", ""))
    return rows


def vehicles(args, r, owners):
    with open(os.path.join(DATA, "china_models.csv"), encoding="utf-8") as f:
        makers = [(m["wmi"], m["make"], m["models"].split()) for m in csv.DictReader(f)]
    prefixes = ["鄂" + c for c in "AAAAAAAAAAAABCDEFGHJKLMNQRS"] + ["豫A", "湘A", "皖A", "赣A", "粤B", "沪A", "苏A"]
    seen, rows, bad = set(), [], []
    for n in range(args.vehicles):
        owner = owners[n] if n < len(owners) else r.choice(owners)
        wmi, make, models = r.choice(makers)
        p = unique(seen, lambda: plate(r, prefixes))
        wrong = n >= args.vehicles - args.bad_vins
        v = vin(r, wmi, n, wrong) if wrong or r.random() < 0.97 else ""
        if wrong:
            bad.append(v)
        rows.append((p, owner[1], v, make, r.choice(models).replace("_", " "),
                     "%s%07d" % (r.choice(("EA", "CF", "L15B", "M2")), r.randrange(10**7)), r.randrange(500, 280000),
                     date(r, 2026, 2028), date(r, 2026, 2027)))
    for v in bad:
        print("bad VIN:", v)
    return rows


def barcode(r, n):
    code = "69%010d" % (1000003 * (n + 1) % 10**10)
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(code))
    return code + str(-total % 10)


def part_names(r):
    with open(os.path.join(DATA, "china_models.csv"), encoding="utf-8") as f:
        fits = [(m["make"], model.replace("_", " ")) for m in csv.DictReader(f) for model in m["models"].split()]
    round_no = 0
    while True:
        combos = [(s, w, b, f) for s, words in SYSTEMS.items() for w in words for b in BRANDS for f in fits]
        r.shuffle(combos)
        for system, word, brand, fit in combos:
            yield system, "%s %s %s%s" % (word, brand, fit[1], " %d型" % round_no if round_no else "")
        round_no += 1


def parts(args, r):
    rows, names = [], part_names(r)
    for n in range(args.parts):
        system, name = next(names)
        price = r.choice((9, 19, 29, 45, 68, 88, 128, 260, 380, 680, 1280)) * 100 + r.randrange(0, 10) * 100
        low = r.choice((0, 1, 2, 4))
        rows.append(("P%06d" % (n + 1), name, money(price), UNITS.get(system, "件"), barcode(r, n), system,
                     "%s-%02d-%d" % (r.choice("ABCDEF"), r.randrange(1, 40), r.randrange(1, 6)), low, low * 5 + 5))
    return rows


def labour(args, r):
    words = [(w, "更换") for words in SYSTEMS.values() for w in words]
    rows = []
    for n in range(args.labour):
        word = words[n % len(words)][0]
        extra = "" if n < len(words) * len(WORK) else " %d级" % (n // (len(words) * len(WORK)) + 1)
        tenths = r.choice((3, 5, 5, 8, 10, 15, 20, 40, 80))
        rows.append(("L%05d" % (n + 1), WORK[n // len(words) % len(WORK)] + word + extra,
                     "%d.%d" % divmod(tenths, 10), money(tenths * 1200)))
    return rows


def opening_stock(args, r, part_rows):
    rows = []
    for row in r.sample(part_rows, min(args.stocked, len(part_rows))):
        price = int(row[2].replace(".", ""))
        rows.append((row[0], "MAIN", r.randrange(1, 60), money(max(1, price * r.randrange(45, 75) // 100))))
    return rows


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--customers", type=int, default=1500)
    p.add_argument("--vehicles", type=int, default=1900)
    p.add_argument("--parts", type=int, default=3000)
    p.add_argument("--stocked", type=int, default=600)
    p.add_argument("--labour", type=int, default=400)
    p.add_argument("--bad-vins", type=int, default=2)
    p.add_argument("--encoding", default="utf-8-sig", choices=("utf-8-sig", "utf-8", "gb18030"))
    args = p.parse_args()
    os.makedirs(args.out, exist_ok=True)
    r = random.Random(args.seed)
    owners = customers(args, r)
    part_rows = parts(args, r)
    write(args, "customers", ("name", "phone", "class", "source", "birthday", "terms", "limit"), owners)
    write(args, "vehicles", ("plate", "customer", "vin", "make", "model", "engine_no", "odometer", "inspection_due",
                             "insurance_due"), vehicles(args, r, owners))
    write(args, "parts", ("code", "name", "price", "unit", "barcode", "category", "bin", "min", "max"), part_rows)
    write(args, "labour", ("code", "name", "hours", "price"), labour(args, r))
    write(args, "opening-stock", ("part", "warehouse", "qty", "cost"), opening_stock(args, r, part_rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
