-- A carrier's paper is looked up by its number, so that it is not booked twice.
CREATE INDEX purchase_freight_original ON purchase_freight (original_no);
