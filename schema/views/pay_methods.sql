-- title:  Ways to pay
-- group:  Money
-- key:    place code
-- id:     id
-- names:  code title
-- label:  title
-- order:  place code
-- col:    place    int    4  "Place"
-- col:    code     code  10  "Code"  find
-- col:    title    choice:word  16  "Method"
-- col:    account  choice:word  20  "Account"  drop=80
-- col:    taken         bool  6  "Taken here"
-- col:    till          bool  7  "At till"  drop=60
-- col:    needs_number  bool  9  "Asks for a number"  drop=60
-- col:    drawer        bool  6  "Drawer"  drop=90
-- col:    change        bool  12  "Gives change"  drop=110
-- col:    channel       bool  10  "Sends statements"  drop=110
-- hide:   id int
-- hide:   ver int
-- watch:  pay_method
SELECT m.id, m.ver, m.pos AS place, m.code, m.title, a.title AS account, m.active AS taken, m.till, m.reference AS needs_number,
	m.drawer, m.gives_change AS change, m.channel
FROM pay_method m LEFT JOIN account a ON a.id = m.account_id
