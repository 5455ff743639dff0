-- title:  Head of the sale at this terminal
-- key:    one
-- col:    customer       int  8  "Customer"
-- col:    salesperson    int  8  "Salesperson"
-- col:    business_type  int  8  "Business type"
-- col:    carrier        int  8  "Carrier"
-- col:    collect        bool 8  "Carrier collects"
-- col:    warehouse      int  8  "Warehouse"
-- col:    remark         text 40  "Remark"
-- hide:   one int
-- watch:  cart
SELECT 1 AS one, c.customer_id AS customer, c.salesperson_id AS salesperson, c.type_id AS business_type,
	c.carrier_id AS carrier, c.collect, c.warehouse_id AS warehouse, c.remark
FROM (SELECT 1 AS one)
LEFT JOIN cart c ON c.user_id = :user AND c.terminal = :terminal AND c.state = 'open'
