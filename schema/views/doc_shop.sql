-- title:  Shop
-- key:    shop
-- col:    shop          text  40  "Shop"
-- col:    shop_phone    text  20  "Phone"
-- col:    shop_address  text  40  "Address"
-- col:    printed_at    time  16  "Printed"
-- col:    printed_by    text  10  "By"
SELECT ifnull((SELECT value FROM setting WHERE name = 'shop.name'), '') AS shop,
	(SELECT value FROM setting WHERE name = 'shop.phone') AS shop_phone,
	(SELECT value FROM setting WHERE name = 'shop.address') AS shop_address,
	:now AS printed_at, (SELECT title FROM user WHERE id = :user) AS printed_by
