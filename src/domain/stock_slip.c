/* stock_slip.c - issue and return slips. */
#include "domain/stock_slip.h"

#include "base/muldiv.h"
#include "domain/stock_batch.h"

const struct field slip_line_input[] = {
	FIELD(slip_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(slip_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	{ 0 },
};

const struct field issue_line_input[] = {
	FIELD(slip_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(slip_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	FIELD(slip_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_OUT_HELP),
	{ 0 },
};

bool slip_head(struct slip *s, enum document_kind kind, int64_t picker_id)
{
	s->document_id = document_post(s->ctx, &(struct document){ .kind = kind, .job_id = s->job_id });
	s->p = posting_new(s->ctx->arena);
	db_exec(s->ctx->db,
		SQL("INSERT INTO issue_slip (id, job_id, picker_id, warehouse_id) VALUES (:id, :job, "
		    ":picker, :warehouse)"),
		BIND(B_INT("id", s->document_id), B_INT("job", s->job_id), B_INT("picker", picker_id),
		     B_INT("warehouse", s->warehouse_id)));
	return !db_failed(s->ctx->db);
}

void slip_value(struct slip *s, int64_t part_id, int64_t value)
{
	posting_add(s->p, (struct posting_line){ .account = ACC_WIP, .amount = value, .job_id = s->job_id });
	posting_add(s->p,
		    (struct posting_line){ .account = ACC_STOCK, .amount = -value, .part_id = part_id });
	s->moves++;
}

void slip_issued(struct ctx *ctx, int64_t job_line_id, int64_t qty)
{
	if (job_line_id)
		db_exec(
		    ctx->db,
		    SQL("UPDATE job_line SET issued_qty = issued_qty + :qty, ver = ver + 1 WHERE id = :id"),
		    BIND(B_INT("qty", qty), B_INT("id", job_line_id)));
}
