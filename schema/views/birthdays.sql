-- title:  Birthdays
-- group:  Customers
-- key:    due_on id
-- id:     id
-- order:  due_on
-- param:  due  range  filter=due_on
-- col:    due_on       date   10  "Birthday"
-- col:    name         text   16  "Name"   find
-- col:    phone        phone  13  "Phone"  find
-- col:    class        choice:word  8  "Class"  drop=70
-- col:    birthday_on  date   10  "Born"   drop=80
-- hide:   id int
-- watch:  party
WITH born AS (
	SELECT p.id, p.name, p.phone, p.class_id, p.birthday_on,
		unixepoch(strftime('%Y', :today * 86400, 'unixepoch') || strftime('-%m-%d', p.birthday_on * 86400, 'unixepoch'))
			/ 86400 AS this_year_on,
		unixepoch(strftime('%Y', :today * 86400, 'unixepoch', '+1 year')
			|| strftime('-%m-%d', p.birthday_on * 86400, 'unixepoch')) / 86400 AS next_year_on
	FROM party p WHERE +p.kind = 'customer' AND p.birthday_on IS NOT NULL AND p.merged_into IS NULL AND p.no_calls = 0
)
SELECT b.id, b.name, b.phone, c.title AS class, b.birthday_on, iif(b.this_year_on >= :today, b.this_year_on, b.next_year_on) AS due_on
FROM born b LEFT JOIN customer_class c ON c.id = b.class_id
