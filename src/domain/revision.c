/* revision.c - the lines of a work order as they stood at each yes of the customer. */
#include "domain/revision.h"

void revision_write(struct ctx *ctx, int64_t authorisation_id, int64_t job_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO job_revision (id, job_id, number, total) SELECT :id, id, "
		    "(SELECT coalesce(max(number), 0) + 1 FROM job_revision WHERE job_id = :job), total "
		    "FROM job WHERE id = :job"),
		BIND(B_INT("id", authorisation_id), B_INT("job", job_id)));
	db_exec(ctx->db,
		SQL("INSERT INTO job_revision_line (revision_id, line_id, state, text, qty, price, amount) "
		    "SELECT :id, id, state, text, qty, price, amount FROM job_line "
		    "WHERE job_id = :job AND state <> 'dropped' ORDER BY pos, id"),
		BIND(B_INT("id", authorisation_id), B_INT("job", job_id)));
	answer_add_int(ctx, "revision",
		       db_int(ctx->db, SQL("SELECT number FROM job_revision WHERE id = :id"),
			      BIND(B_INT("id", authorisation_id)), 0));
}
