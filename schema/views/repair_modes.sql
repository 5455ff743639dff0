-- title:  Repair modes
-- group:  Workshop
-- key:    code
-- id:     id
-- names:  code title
-- label:  title
-- order:  code
-- col:    code   code  12  "Code"   find
-- col:    title  choice:word  20  "Repair mode"
-- col:    parts_factor   rate  8  "Parts at"
-- col:    labour_factor  rate  8  "Labour at"
-- col:    parts_from  choice:parts_from  10  "Parts from"
-- col:    bears  choice:line_bearer  8  "Borne by"
-- col:    payer  text  14  "Payer"  drop=90
-- col:    own_prices  int  6  "Own prices"  drop=100 explain=mode_prices
-- col:    hide_amounts  bool  6  "Without amounts"  drop=110
-- hide:   id int
-- hide:   mode int
-- hide:   parts rate
-- hide:   labour rate
-- hide:   ver int
-- watch:  repair_mode mode_price
-- desk
SELECT m.id, m.id AS mode, m.ver, m.code, m.title, m.parts_factor, m.labour_factor, m.parts_factor AS parts,
	m.labour_factor AS labour, m.parts_from, ifnull(m.bears, 'customer') AS bears, y.name AS payer, m.hide_amounts,
	(SELECT count(*) FROM mode_price o WHERE o.mode_id = m.id) AS own_prices
FROM repair_mode m LEFT JOIN party y ON y.id = m.payer_id
