-- Ways to pay that the shop writes down itself.

ALTER TABLE pay_method ADD COLUMN money INTEGER NOT NULL DEFAULT 1;    -- 0: cards of the shop, coupons, advances, discounts
ALTER TABLE pay_method ADD COLUMN drawer INTEGER NOT NULL DEFAULT 0;   -- 1: the drawer opens for it
ALTER TABLE pay_method ADD COLUMN gives_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pay_method ADD COLUMN channel INTEGER NOT NULL DEFAULT 0;  -- 1: it sends statements and pays to the bank
UPDATE pay_method SET money = 0 WHERE id > 5;
UPDATE pay_method SET drawer = 1, gives_change = 1 WHERE id = 1;
UPDATE pay_method SET channel = 1 WHERE id IN (2, 3, 4);
-- Each way that is money has an account of its own, so that the ledger alone says what came by it.
CREATE UNIQUE INDEX pay_method_account ON pay_method (account_id) WHERE money = 1;
