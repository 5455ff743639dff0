-- Where a piece of a payment was taken off a bill again, or put back on it, by another document than the payment's own.
ALTER TABLE allocation ADD COLUMN since_id INTEGER REFERENCES document;
CREATE INDEX allocation_since ON allocation (since_id) WHERE since_id IS NOT NULL;
