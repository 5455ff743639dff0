-- A day of the shop "Test garage": one car from its reception to the gate.
UPDATE setting SET value = '武汉三环汽修' WHERE name = 'shop.name';
INSERT INTO setting (name, value) SELECT 'shop.name', '武汉三环汽修'
	WHERE NOT EXISTS (SELECT 1 FROM setting WHERE name = 'shop.name');
INSERT INTO setting (name, value) VALUES ('shop.phone', '027-8765 4321'), ('shop.address', '武汉市洪山区珞喻路 100 号');
INSERT INTO user (id, name, title, role_id, technician) VALUES
	(21, 'wang', '王芳', 1, 0), (22, 'zhao', '赵强', 1, 0), (23, 'chen', '陈军', 1, 1), (24, 'li', '李丽', 1, 0);
INSERT INTO party (id, kind, name, phone, since_on) VALUES
	(11, 'customer', '张伟', '13812345678', 20000), (12, 'insurer', '人保财险武汉分公司', '95518', 20000);
INSERT INTO vehicle (id, plate, customer_id, vin, make, model, engine_no, colour) VALUES
	(11, '鄂A12345', 11, 'LSVAM4187C2184847', '大众', '帕萨特 1.8T', 'CEA123456', '黑');
INSERT INTO part (id, code, name, unit, bin, price) VALUES
	(11, 'OF-1001', '机油滤清器', '个', 'A-01', 4500),
	(12, 'BP-2040', '前制动片 (FMSI D1107) 陶瓷配方 低噪音 适用于大众帕萨特领驭', '套', 'B-12', 38000),
	(13, 'OIL-5W40', 'Fully synthetic engine oil 5W-40', 'L', NULL, 8850);
INSERT INTO labour (id, code, name, hours, price) VALUES (11, 'L-100', '更换机油机滤', 500, 6000), (12, 'L-210', 'Replace front brake pads', 1500, 18000);
INSERT INTO job (id, number, state, vehicle_id, customer_id, payer_id, advisor_id, repair_type_id, repair_mode_id,
	received_on, received_at, odometer_km, complaint, fuel, belongings, condition, key_tag, bay, promised_at, finished_at,
	settled_at, settled_on, settlement_id, authorised, total) VALUES
	(11, 'WO-261121-0001', 'settled', 11, 11, 12, 21, 1, 1, 20778, unixepoch('2026-11-21 01:10'), 68250,
	'刹车时方向盘抖动，踩到底有异响。
Oil change is due, please check the front brakes as well', 3, '行驶证、雨伞', '左前门划痕', 'K07', '2',
	unixepoch('2026-11-21 09:30'), unixepoch('2026-11-21 03:20'), unixepoch('2026-11-21 03:30'), 20778, 103, 107325, 107325);
UPDATE job SET damage = '1X 21O 21X 22X', brought_by = '邓师傅', brought_phone = '13711112222' WHERE id = 11;
INSERT INTO job_line (id, job_id, pos, kind, state, labour_id, part_id, text, qty, list_price, price, amount, authorised, reason) VALUES
	(11, 11, 1, 'labour', 'on', 11, NULL, '更换机油机滤', 1000, 6000, 6000, 6000, 1, NULL),
	(12, 11, 2, 'labour', 'on', 12, NULL, 'Replace front brake pads', 1000, 18000, 18000, 18000, 1, NULL),
	(13, 11, 3, 'part', 'on', NULL, 11, '机油滤清器', 1000, 4500, 4500, 4500, 1, NULL),
	(14, 11, 4, 'part', 'on', NULL, 12, '前制动片 (FMSI D1107) 陶瓷配方 低噪音 适用于大众帕萨特领驭', 1000, 38000, 38000, 38000, 1, NULL),
	(15, 11, 5, 'part', 'on', NULL, 13, 'Fully synthetic engine oil 5W-40', 4500, 8850, 8850, 39825, 1, NULL),
	(16, 11, 6, 'fee', 'on', NULL, NULL, '废油处理费', 1000, 1000, 1000, 1000, 1, NULL),
	(17, 11, 7, 'part', 'declined', NULL, NULL, '前制动盘', 2000, 25000, 25000, 50000, 0, '下次再换');
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(101, 1, 'AU-261121-0001', 20778, unixepoch('2026-11-21 01:20'), 21, 'desk', 11, 11, 107325, NULL),
	(102, 2, 'IS-261121-0001', 20778, unixepoch('2026-11-21 01:45'), 22, 'parts', NULL, 11, 0, '旧件交还客户'),
	(103, 4, 'ST-261121-0001', 20778, unixepoch('2026-11-21 03:30'), 24, 'till', 11, 11, 105300, NULL),
	(104, 5, 'PY-261121-0001', 20778, unixepoch('2026-11-21 03:31'), 24, 'till', 11, 11, 75300, NULL),
	(105, 11, 'GP-261121-0001', 20778, unixepoch('2026-11-21 03:40'), 24, 'till', 11, 11, 0, NULL),
	(106, 8, 'TZ-261121-0001', 20778, unixepoch('2026-11-21 10:00'), 24, 'till', NULL, NULL, 0, '少收一元'),
	(107, 5, 'PY-261121-0002', 20778, unixepoch('2026-11-21 05:00'), 24, 'till', 12, NULL, 25000, NULL);
INSERT INTO authorisation (id, job_id, said_by, how, amount, before) VALUES (101, 11, '张伟', 'phone', 107325, 0);
INSERT INTO issue_slip (id, job_id, picker_id, warehouse_id) VALUES (102, 11, 23, 1);
INSERT INTO stock_move (document_id, part_id, warehouse_id, job_id, job_line_id, qty, value, day, after_qty, group_qty, group_value) VALUES
	(102, 11, 1, 11, 13, -1000, -2500, 20778, 9000, 9000, 22500),
	(102, 12, 1, 11, 14, -1000, -21000, 20778, 3000, 3000, 63000),
	(102, 13, 1, 11, 15, -4500, -18000, 20778, 15500, 15500, 62000);
INSERT INTO settlement (id, job_id, labour, parts, fees, discount, rounding, total, net, tax, cost) VALUES
	(103, 11, 24000, 82325, 1000, 2000, -25, 105300, 93186, 12114, 41500);
INSERT INTO settlement_line (settlement_id, job_line_id, kind, text, qty, price, amount, discount, tax_rate, net, tax, cost)
	SELECT 103, id, kind, text, qty, price, amount, iif(id = 14, 2000, 0), 1300, amount - iif(id = 14, 2000, 0), 0, 0
	FROM job_line WHERE state = 'on';
INSERT INTO bill (id, document_id, party_id, amount, due_on) VALUES (11, 103, 11, 75300, 20778), (12, 103, 12, 30000, 20808);
INSERT INTO bill_open (id, party_id, due_on, amount) VALUES (12, 12, 20808, 20000);
INSERT INTO till_shift (id, till_id, opened_at, opened_by, float_amount, closed_at, closed_by, close_document_id) VALUES
	(11, 1, unixepoch('2026-11-21 00:30'), 24, 50000, unixepoch('2026-11-21 10:00'), 24, 106);
INSERT INTO payment (id, document_id, shift_id, method_id, party_id, job_id, amount, tendered, reference) VALUES
	(11, 104, 11, 1, 11, 11, 25300, 30000, NULL), (12, 104, 11, 2, 11, 11, 50000, NULL, '4200001234567890'),
	(13, 107, NULL, 5, 12, NULL, 25000, NULL, 'ICBC-88123');
INSERT INTO allocation (document_id, bill_id, amount) VALUES (104, 11, 75300), (107, 12, 10000);
INSERT INTO till_count (document_id, shift_id, method_id, expected, counted, difference) VALUES
	(106, 11, 1, 75300, 75200, -100), (106, 11, 2, 50000, 50000, 0);
-- A sale over the counter, and some of it back.
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, amount, remark) VALUES
	(180, 80, 'SA-261121-0001', 20778, unixepoch('2026-11-21 06:10'), 24, 'till', 11, 44820, '电话订货'),
	(181, 81, 'SR-261121-0001', 20778, unixepoch('2026-11-21 07:40'), 24, 'till', 11, 41000, '型号不符');
INSERT INTO sale (id, party_id, warehouse_id, salesperson_id, type_id, goods, fees, discount, rounding, total, net, tax, cost) VALUES
	(180, 11, 1, 22, 1, 46850, 1200, 3200, -30, 44820, 39690, 5160, 23500);
INSERT INTO sale_line (id, sale_id, pos, party_id, part_id, text, unit, qty, base_qty, list_price, price, amount, discount,
	tax_rate, income, net, tax, cost, gift) VALUES
	(11, 180, 1, 11, 12, '前制动片 (FMSI D1107) 陶瓷配方 低噪音 适用于大众帕萨特领驭', '套', 1000, 1000, 38000, 38000, 38000, 3000, 1300, 33628, 30973, 4027, 21000, NULL),
	(12, 180, 2, 11, 13, 'Fully synthetic engine oil 5W-40', 'L', 1000, 1000, 8850, 8850, 8850, 200, 1300, 7832, 7655, 995, 0, NULL),
	(13, 180, 3, 11, 11, '机油滤清器', '个', 1000, 1000, 4500, 0, 0, 0, 1300, 0, 0, 0, 2500, '买机油送机滤'),
	(14, 180, 4, 11, NULL, '运费', '', 1000, 1000, 1200, 1200, 1200, 0, 1300, 1062, 1062, 138, 0, NULL);
INSERT INTO bill (id, document_id, party_id, amount, due_on) VALUES (113, 180, 11, 44820, 20778), (114, 181, 11, -33500, 20778);
INSERT INTO payment (id, document_id, shift_id, method_id, party_id, amount, tendered, reference) VALUES
	(114, 180, NULL, 1, 11, 24820, 30000, NULL), (115, 180, NULL, 2, 11, 20000, NULL, '4200009988776655'),
	(116, 181, NULL, 1, 11, -33500, NULL, NULL);
INSERT INTO allocation (document_id, bill_id, amount) VALUES (180, 113, 44820), (181, 114, -33500);
INSERT INTO sale_return (id, sale_id, party_id, warehouse_id, salesperson_id, gross, rounding, fee, fee_net, total, net, tax, cost) VALUES
	(181, 180, 11, 1, 22, 35000, 0, 1500, 1327, 33500, 30973, 4027, 21000);
INSERT INTO sale_return_line (return_id, pos, sale_line_id, part_id, text, unit, qty, base_qty, price, discount, gross, tax_rate,
	income, net, tax, cost, restock) VALUES
	(181, 1, 11, 12, '前制动片 (FMSI D1107) 陶瓷配方 低噪音 适用于大众帕萨特领驭', '套', 1000, 1000, 38000, 3000, 35000, 1300, 33628, 30973, 4027, 21000, 1);
INSERT INTO handover (id, job_id, collected_by, collected_phone, old_parts) VALUES (105, 11, '李娜', '13900001111', '已放入后备箱');
INSERT INTO print_job (document_id, template) VALUES (103, 'settlement'), (104, 'receipt'), (105, 'gate_pass');
INSERT INTO team (id, code, title) VALUES (11, 'A', '一组');
INSERT INTO dispatch (line_id, technician_id, team_id, share, at) VALUES (11, 23, NULL, 10000, 1), (12, 23, NULL, 6000, 1),
	(12, NULL, 11, 4000, 1);
UPDATE job_line SET technician_id = 23 WHERE id IN (11, 12);
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(108, 40, 'TP-261121-0001', 20778, unixepoch('2026-11-21 02:30'), 21, 'desk', 11, 11, 0, NULL);
INSERT INTO car_away (id, job_id, reason, taken_by, expected_at, back_at) VALUES
	(108, 11, '路试', '陈军', unixepoch('2026-11-21 03:00'), unixepoch('2026-11-21 02:50'));
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(109, 45, 'CN-261121-0001', 20778, unixepoch('2026-11-21 11:00'), 24, 'desk', 11, 11, 12150, '机油没有用完');
INSERT INTO credit (id, job_id, settlement_id, restock, reason, rounding, total, net, tax, cost) VALUES
	(109, 11, 103, 1, '机油没有用完', 0, 12150, 10752, 1398, 4000);
INSERT INTO credit_line (credit_id, settlement_line_id, qty, amount, income, net, tax, cost)
	SELECT 109, id, iif(kind = 'part', 1000, 0), iif(kind = 'part', 9150, 3000), 0, iif(kind = 'part', 8097, 2655), iif(kind = 'part', 1053, 345), 4000
	FROM settlement_line WHERE job_line_id IN (12, 15);
INSERT INTO credit_freed (credit_id, bill_id, document_id, amount) VALUES (109, 11, 104, 8687);
-- A second yes: another line, one that was cheaper, one less.
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(120, 1, 'AU-261121-0002', 20778, unixepoch('2026-11-21 02:10'), 21, 'desk', 11, 11, 107325, NULL);
INSERT INTO authorisation (id, job_id, said_by, how, amount, before) VALUES (120, 11, '张伟', 'message', 107325, 84825);
INSERT INTO job_revision (id, job_id, number, total) VALUES (101, 11, 1, 84825), (120, 11, 2, 107325);
INSERT INTO job_revision_line (revision_id, line_id, state, text, qty, price, amount)
	SELECT 101, id, 'on', text, qty, price, iif(id = 14, 15500, amount) FROM job_line WHERE id NOT IN (12, 17);
INSERT INTO job_revision_line (revision_id, line_id, state, text, qty, price, amount)
	SELECT 101, 17, 'on', text, qty, 9000, 18000 FROM job_line WHERE id = 17;
INSERT INTO job_revision_line (revision_id, line_id, state, text, qty, price, amount)
	SELECT 120, id, state, text, qty, price, amount FROM job_line WHERE job_id = 11;
INSERT INTO job_line (id, job_id, pos, kind, state, text, qty, list_price, price, amount, free_reason) VALUES
	(91, 11, 8, 'own_part', 'on', '自带雨刮片 博世', 2000, 0, 0, 0, NULL),
	(92, 11, 9, 'labour', 'on', '洗车', 1000, 3000, 0, 0, '开业赠送'),
	(93, 11, 10, 'labour', 'off', '四轮定位', 1000, 15000, 15000, 15000, NULL);
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(110, 46, 'SS-261121-0001', 20778, unixepoch('2026-11-21 11:10'), 24, 'desk', 11, 11, 105300, '单位报销'),
	(111, 47, 'QC-261121-0001', 20778, unixepoch('2026-11-21 06:00'), 21, 'desk', 11, 11, 0, NULL),
	(112, 48, 'CC-261121-0001', 20778, unixepoch('2026-11-21 11:20'), 24, 'desk', 11, 11, 0, NULL);
INSERT INTO supplement (id, job_id, settlement_id, reason) VALUES (110, 11, 103, '单位报销');
INSERT INTO supplement_line (supplement_id, text, qty, amount) VALUES (110, '车辆保养', 1000, 95300), (110, '辅料', 1000, 10000);
INSERT INTO quality_check (id, job_id, checker_id, passed) VALUES (111, 11, 21, 1);
INSERT INTO quality_check_line (check_id, text, ok) VALUES (111, '路试', 1);
UPDATE job SET check_id = 111 WHERE id = 11;
INSERT INTO party (id, kind, name, phone, contact, terms_days, since_on) VALUES
	(21, 'supplier', '武汉恒通汽配有限公司', '027-85670011', '胡经理', 30, 20000);
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(201, 10, 'PU-261121-0001', 20778, unixepoch('2026-11-21 02:00'), 22, 'parts', 21, NULL, 91500, '一件外箱破损'),
	(202, 70, 'PR-261121-0001', 20778, unixepoch('2026-11-21 06:00'), 22, 'parts', 21, NULL, 21000, '型号不符'),
	(203, 74, 'PO-261121-0001', 20778, unixepoch('2026-11-21 06:10'), 22, 'parts', 21, NULL, 0, NULL),
	(204, 76, 'OR-261121-0001', 20778, unixepoch('2026-11-21 06:20'), 23, 'shop', NULL, 11, 0, NULL),
	(205, 72, 'SP-261121-0001', 20778, unixepoch('2026-11-21 07:00'), 24, 'till', 21, NULL, 60500, NULL),
	(206, 77, 'PB-261121-0001', 20778, unixepoch('2026-11-21 08:00'), 24, 'till', 21, NULL, 15000, NULL);
INSERT INTO purchase (id, supplier_id, original_no, original_on, warehouse_id, type_id, order_id, carrier_id, collect, freight) VALUES
	(201, 21, 'SH261120-031', 20777, 1, 1, NULL, 21, 50000, 1500);
INSERT INTO purchase_line (id, document_id, pos, part_id, warehouse_id, qty, cost, amount, value) VALUES
	(11, 201, 1, 11, 1, 10000, 2700, 27000, 27450), (12, 201, 2, 12, 1, 3000, 21000, 63000, 64050);
INSERT INTO purchase_return (id, receipt_id) VALUES (202, 201);
INSERT INTO purchase_line (id, document_id, pos, part_id, warehouse_id, qty, cost, amount, value, returns_id) VALUES
	(13, 202, 1, 12, 1, 1000, 21000, 21000, 21300, 12);
INSERT INTO purchase_order (id, supplier_id, state, ordered_on, sent_on, promised_on, note) VALUES
	(203, 21, 'sent', 20778, 20778, 20781, '请随货附合格证');
INSERT INTO purchase_order_line (order_id, pos, part_id, qty, cost) VALUES (203, 1, 12, 4000, 21000), (203, 2, 13, 20500, 4350);
INSERT INTO want (document_id, part_id, text, qty, source, job_id, plate, urgent, need_on, user_id, at, supplier_id) VALUES
	(204, 12, '前制动片', 1000, 'request', 11, '鄂A12345', 1, 20780, 23, 1, 21),
	(204, NULL, '左前翼子板（原厂）', 1000, 'request', 11, '鄂A12345', 0, NULL, 23, 1, NULL);
INSERT INTO payable (id, document_id, party_id, amount, due_on) VALUES (11, 201, 21, 91500, 20808), (12, 202, 21, -21000, 20778);
INSERT INTO supplier_payment (id, supplier_id, paid, discount, used, ahead) VALUES (205, 21, 60000, 500, 0, 0), (206, 21, -15000, 0, 3000, 0);
INSERT INTO payable_allocation (document_id, payable_id, amount) VALUES (205, 12, -21000), (205, 11, 81500), (206, 12, -12000);
INSERT INTO payment (id, document_id, method_id, party_id, amount, reference) VALUES (21, 205, 5, 21, -60000, 'ICBC-99001'), (22, 206, 5, 21, 15000, 'ICBC-99002');
-- goods that move in the house
INSERT INTO warehouse (id, code, title, kind) VALUES (2, 'VAN', '流动车', 'van');
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, amount, remark) VALUES
	(160, 62, 'SL-261121-0001', 20778, unixepoch('2026-11-21 06:00'), 22, 'parts', 0, '运输途中破损'),
	(161, 64, 'TF-261121-0001', 20778, unixepoch('2026-11-21 06:10'), 22, 'parts', 0, NULL),
	(162, 65, 'TI-261121-0001', 20778, unixepoch('2026-11-21 07:10'), 23, 'van', 0, NULL),
	(163, 68, 'CS-261121-0001', 20778, unixepoch('2026-11-21 08:00'), 22, 'parts', 0, NULL),
	(164, 66, 'SK-261121-0001', 20778, unixepoch('2026-11-21 09:00'), 21, 'parts', 0, NULL),
	(165, 67, 'PC-261121-0001', 20778, unixepoch('2026-11-21 09:10'), 21, 'parts', 0, '厂家调价');
INSERT INTO stock_voucher (id, reason_id, warehouse_id, picker_id) VALUES (160, 21, 1, 23);
INSERT INTO stock_move (document_id, part_id, warehouse_id, qty, value, day, after_qty, group_qty, group_value) VALUES
	(160, 13, 1, -1500, -9000, 20778, 20000, 20000, 120000), (160, 12, 1, -1000, -21000, 20778, 3000, 3000, 63000);
INSERT INTO transfer (id, from_id, to_id, carrier) VALUES (161, 1, 2, '陈军');
INSERT INTO transfer_line (id, transfer_id, part_id, qty, value) VALUES (1, 161, 11, 4000, 8000), (2, 161, 13, 2500, 15000);
INSERT INTO transfer_receipt (id, transfer_id, how) VALUES (162, 161, 'received');
INSERT INTO transfer_receipt_line (receipt_id, line_id, qty, value) VALUES (162, 2, 2000, 12000);
INSERT INTO stock (part_id, warehouse_id, qty) VALUES (11, 1, 6000), (12, 1, 3000), (13, 1, 20000)
	ON CONFLICT (part_id, warehouse_id) DO UPDATE SET qty = excluded.qty;
INSERT INTO stocktake (id, sheet_id, title, warehouse_id, scope, blind, state, opened_at, opened_by, document_id) VALUES
	(1, 163, '十一月底', 1, 'all', 0, 'booked', 1, 22, 164);
INSERT INTO stocktake_found (stocktake_id, document_id, part_id, book, counted, value, cost_value) VALUES
	(1, 164, 11, 6000, 5000, -2000, 0), (1, 164, 13, 20000, 20500, 3000, -150);
INSERT INTO price_change_line (document_id, part_id, level_id, before, after) VALUES
	(165, 11, NULL, 4500, 4800), (165, 12, 2, NULL, 34200);
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(140, 7, 'TO-261121-0002', 20778, unixepoch('2026-11-21 10:05'), 24, 'till', NULL, NULL, 20000, NULL),
	(141, 86, 'MO-261121-0001', 20778, unixepoch('2026-11-21 10:10'), 24, 'till', NULL, NULL, 3550, '停车费'),
	(142, 88, 'VT-261121-0001', 20778, unixepoch('2026-11-21 10:20'), 24, 'till', 11, NULL, 100000, NULL),
	(143, 90, 'DT-261121-0001', 20778, unixepoch('2026-11-21 10:30'), 24, 'till', 11, NULL, 50000, NULL),
	(144, 91, 'DB-261121-0001', 20778, unixepoch('2026-11-21 10:40'), 24, 'till', 11, NULL, 50000, '后视镜划伤');
INSERT INTO till_shift (id, till_id, opened_at, opened_by, open_document_id, float_amount) VALUES
	(14, 1, unixepoch('2026-11-21 10:05'), 24, 140, 20000);
INSERT INTO till_move (document_id, shift_id, reason_id, amount) VALUES (141, 14, 4, -3550);
INSERT INTO card (id, number, party_id, level_id, issued_on) VALUES (14, '80000001', 11, 2, 20778);
INSERT INTO card_move (document_id, card_id, principal, gift, after_principal, after_gift) VALUES
	(142, 14, 100000, 5000, 130000, 6500);
INSERT INTO deposit (id, party_id, kind_id, thing, amount) VALUES (143, 11, 3, '代步车 鄂A00001', 50000);
INSERT INTO deposit_back (id, deposit_id, amount, kept) VALUES (144, 143, 38000, 12000);
INSERT INTO payment (id, document_id, shift_id, method_id, party_id, job_id, amount, tendered, reference, purpose_id) VALUES
	(14, 142, 14, 2, 11, NULL, 100000, NULL, '4200009876543210', 2), (15, 143, 14, 1, 11, NULL, 50000, 60000, NULL, 3),
	(16, 144, 14, 1, 11, NULL, -38000, NULL, NULL, 3);
INSERT INTO till_note (document_id, value, count) VALUES (106, 10000, 7), (106, 5000, 1), (106, 100, 2);

-- What is passed through goes out to whom it belongs; a free line stands on the bill with its reason.
INSERT INTO settlement_line (settlement_id, job_line_id, kind, text, qty, price, amount, discount, tax_rate, net, tax, cost)
	SELECT 103, id, kind, text, qty, price, amount, 0, 1300, 0, 0, 0 FROM job_line WHERE id = 92;
UPDATE job_line SET pass_through = 1 WHERE id = 16;
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(191, 116, 'CO-261121-0001', 20778, unixepoch('2026-11-21 07:30'), 24, 'till', 11, 11, 1000, NULL);
INSERT INTO pay_out (id, job_id, payee, amount) VALUES (191, 11, '武汉绿源废油回收站', 1000);
INSERT INTO payment (id, document_id, method_id, party_id, job_id, amount, reference) VALUES (191, 191, 5, 11, NULL, -1000, 'ICBC-99107');

-- One bill over two, and a claim that the insurer did not pay whole.
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(130, 95, 'CB-261121-0001', 20778, unixepoch('2026-11-21 06:00'), 24, 'till', 12, NULL, 30000, NULL),
	(131, 97, 'CL-261121-0001', 20778, unixepoch('2026-11-21 07:00'), 24, 'till', 12, 11, 30000, '扣除折旧');
INSERT INTO collective (id, party_id, amount) VALUES (130, 12, 30000);
INSERT INTO collective_bill (collective_id, bill_id, amount) VALUES (130, 12, 30000);
INSERT INTO allocation (document_id, bill_id, amount) VALUES (131, 12, 25000), (131, 12, 5000);
INSERT INTO write_off (document_id, bill_id, how, amount) VALUES (131, 12, 'customer', 5000);

-- A statement of the insurer's account.
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(132, 99, 'SM-261121-0001', 20779, unixepoch('2026-11-22 01:00'), 24, 'till', 12, NULL, 30000, NULL);
INSERT INTO statement (id, party_id, from_on, until_on, opening, charged, paid, closing) VALUES (132, 12, 20758, 20787, 25000, 30000, 25000, 30000);
INSERT INTO statement_of (statement_id, party_id) SELECT id, party_id FROM statement;
INSERT INTO entry_line (entry_id, account_id, amount, party_id) VALUES (1301, 6, 30000, 12), (1301, 16, -30000, NULL), (1302, 2, 25000, NULL), (1302, 6, -25000, 12);
INSERT INTO entry (id, document_id, day, lines) VALUES (1301, 103, 20778, 2), (1302, 107, 20778, 2);

-- ---- goods of a supplier ----
INSERT INTO warehouse (id, code, title, kind, supplier_id, at_id) VALUES (9, 'G9', '武汉恒通汽配有限公司', 'consigned', 21, 1);
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, amount, remark) VALUES
	(210, 127, 'GB-261121-0001', 20778, unixepoch('2026-11-21 06:10'), 22, 'parts', 21, 42000, NULL);
INSERT INTO consign_slip (id, supplier_id, warehouse_id, original_no, for_id) VALUES (210, 21, 9, NULL, 180);
INSERT INTO consign_line (document_id, pos, part_id, qty, cost, amount) VALUES (210, 1, 12, 2000, 21000, 42000);

-- The day is closed; an expense with its tax, scrap that was sold, an invoice and its red letter, money given back.
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, job_id, amount, remark) VALUES
	(301, 13, 'DC-261121-0001', 20778, unixepoch('2026-11-21 12:00'), 24, 'till', NULL, NULL, 105300, NULL),
	(302, 107, 'EE-261121-0001', 20778, unixepoch('2026-11-21 06:20'), 24, 'till', NULL, NULL, 109000, '十一月房租'),
	(303, 108, 'EI-261121-0001', 20778, unixepoch('2026-11-21 06:40'), 24, 'till', NULL, NULL, 12000, NULL),
	(304, 105, 'IV-261121-0001', 20778, unixepoch('2026-11-21 07:10'), 24, 'till', 11, NULL, 80300, NULL),
	(305, 106, 'IR-261121-0001', 20778, unixepoch('2026-11-21 07:20'), 24, 'till', 11, NULL, -30000, '客户退件'),
	(306, 6, 'RF-261121-0001', 20778, unixepoch('2026-11-21 07:40'), 24, 'till', 11, NULL, -5000, '多收退回');
INSERT INTO day_close (id, day, open_ends) VALUES (301, 20778, 3);
INSERT INTO day_close_line (close_id, kind, name, papers, amount) VALUES
	(301, 'method', 'Cash', 3, 62000), (301, 'method', 'WeChat', 5, 134050), (301, 'cashier', 'li', 8, 196050),
	(301, 'department', 'Workshop', 4, 151050), (301, 'department', 'Counter', 2, 45000);
INSERT INTO expense (id, category_id, amount, method_id, payee, paper_on, tax) VALUES
	(302, 1, 109000, 5, '武汉市江岸区房产公司', 20776, 9000), (303, 8, 12000, NULL, '绿源回收', 20778, 0);
INSERT INTO payment (id, document_id, method_id, party_id, job_id, amount, reference, purpose_id) VALUES
	(302, 302, 5, NULL, NULL, -109000, 'ICBC-99120', 4), (306, 306, 1, 11, NULL, -5000, NULL, NULL);
INSERT INTO invoice (id, type_id, code, no, party_id, title, tax_no, amount, net, tax, red_of) VALUES
	(304, 1, '4200261130', '00012345', 11, '武汉江汉物流有限公司', '91420100MA4KXXXX0X', 80300, 71062, 9238, NULL),
	(305, 1, '4200261130', '00012346', 11, '武汉江汉物流有限公司', '91420100MA4KXXXX0X', -30000, -26549, -3451, 304);
INSERT INTO invoice_line (invoice_id, tax_rate, gross, net, tax) VALUES (304, 1300, 80300, 71062, 9238), (305, 1300, -30000, -26549, -3451);
INSERT INTO invoice_bill (invoice_id, bill_id, amount) VALUES (304, 11, 80300), (305, 11, -30000);
-- ---- sent by a carrier, and old cores ----
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, amount, remark) VALUES
	(182, 80, 'SA-261121-0002', 20778, unixepoch('2026-11-21 06:30'), 24, 'till', 11, 76000, '明早送到，货到收款'),
	(183, 69, 'KD-261121-0001', 20778, unixepoch('2026-11-21 06:30'), 24, 'till', 11, 30000, NULL),
	(184, 82, 'KB-261121-0001', 20778, unixepoch('2026-11-21 08:30'), 24, 'till', 11, 15000, NULL),
	(185, 83, 'KS-261121-0001', 20778, unixepoch('2026-11-21 09:30'), 22, 'parts', 21, 12000, NULL),
	(186, 84, 'KC-261121-0001', 20778, unixepoch('2026-11-21 10:30'), 22, 'parts', 21, 11000, '一个壳体开裂');
INSERT INTO sale (id, party_id, warehouse_id, salesperson_id, type_id, carrier_id, collect, goods, fees, discount, rounding, total, net, tax, cost) VALUES
	(182, 11, 1, 22, 1, 21, 1, 76000, 0, 0, 0, 76000, 67257, 8743, 42000);
INSERT INTO sale_line (id, sale_id, pos, party_id, part_id, text, unit, qty, base_qty, list_price, price, amount, discount, tax_rate, income, net, tax, cost) VALUES
	(1821, 182, 1, 11, 12, '前制动片 (FMSI D1107) 陶瓷配方', '套', 2000, 2000, 38000, 38000, 76000, 0, 1300, 67257, 67257, 8743, 42000);
INSERT INTO bill (id, document_id, party_id, amount, due_on) VALUES (1820, 182, 21, 76000, 20778);
INSERT INTO bill_open (id, party_id, due_on, amount) VALUES (1820, 21, 20778, 76000);
INSERT INTO core (id, document_id, origin_id, party_id, part_id, qty, price, amount) VALUES (1831, 183, 182, 11, 12, 2000, 15000, 30000);
INSERT INTO core_back (document_id, core_id, part_id, qty, amount, unused) VALUES (184, 1831, 12, 1000, 15000, 0);
INSERT INTO core_sent (document_id, supplier_id, part_id, qty, amount) VALUES (185, 21, 12, 1000, 12000);
INSERT INTO core_credit (id, sent_id, amount, refused) VALUES (186, 185, 11000, 1000);
-- A package over the counter: work, goods and a fee at one price.
INSERT INTO package (id, code, name, price) VALUES (291, 'P-OIL', '换油套餐', 39900);
INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, amount) VALUES
	(291, 80, 'SA-261121-0003', 20778, unixepoch('2026-11-21 08:20'), 24, 'till', 11, 41100);
INSERT INTO sale (id, party_id, warehouse_id, salesperson_id, type_id, goods, fees, discount, rounding, total, net, tax, cost) VALUES
	(291, 11, 1, 22, 1, 35400, 16200, 10500, 0, 41100, 36372, 4728, 18000);
INSERT INTO sale_set (id, sale_id, pos, package_id, text, qty, list_price, price, amount, discount) VALUES
	(291, 291, 1, 291, '换油套餐', 1000, 39900, 39900, 50400, 10500);
INSERT INTO sale_line (id, sale_id, pos, party_id, part_id, text, unit, qty, base_qty, list_price, price, amount, discount, tax_rate, income, net, tax, cost, set_id) VALUES
	(2911, 291, 1, 11, NULL, '更换机油机滤', '', 1000, 1000, 15000, 15000, 15000, 3125, 1300, 13274, 10509, 1366, 0, 291),
	(2912, 291, 2, 11, 13, 'Fully synthetic engine oil 5W-40', 'L', 4000, 4000, 8850, 8850, 35400, 7375, 1300, 31327, 24801, 3224, 18000, 291),
	(2913, 291, 3, 11, NULL, '运费', '', 1000, 1000, 1200, 1200, 1200, 0, 1300, 1062, 1062, 138, 0, NULL);
INSERT INTO bill (id, document_id, party_id, amount, due_on) VALUES (2910, 291, 11, 41100, 20778);
INSERT INTO payment (id, document_id, method_id, party_id, amount) VALUES (2910, 291, 2, 11, 41100);
INSERT INTO allocation (document_id, bill_id, amount) VALUES (291, 2910, 41100);
