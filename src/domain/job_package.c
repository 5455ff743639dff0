/* job_package.c - a package comes onto a work order: its labour, parts and fees, with the parts that fit the car. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/job.h"
#include "domain/package.h"

/* ---- job.package ---- */

struct fit {
	struct input input;
	int64_t line, part;
};

struct job_package {
	struct input input;
	int64_t job, package;
	struct lines fits;
};

static const struct field fit_input[] = {
	FIELD(fit, line, "line", N_("Needed"), VT_REF, .flags = REQUIRED_ | FIXED_, .view = "package_lines",
	      .help = N_("What the package takes: goods or work, one row each.")),
	FIELD(fit, part, "part", N_("Part that fits"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("It is remembered for every later car of the model.")),
	{ 0 },
};

static const struct field job_package_input[] = {
	FIELD(job_package, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(job_package, package, "package", N_("Work package"), VT_REF, REQUIRED, .view = "packages",
	      .help = N_("By its code or name.")),
	LINES(job_package, fits, "fits", N_("What fits this model"), fit_input, fit, PACKAGE_LINES_MOST,
	      .help = N_("Only parts that are not known for the model yet.")),
	{ 0 },
};

static const char *model_of(struct ctx *ctx, int64_t job_id)
{
	return db_text(ctx->db, ctx->arena,
		       SQL("SELECT coalesce(v.model, '') FROM job j JOIN vehicle v ON v.id = j.vehicle_id "
			   "WHERE j.id = :id"),
		       BIND(B_INT("id", job_id)));
}

static bool job_package_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_package *in = input;

	if (HAS(in, job) && !job_may_change(ctx, in->job, e))
		return false;
	return !HAS(in, package) ||
	       db_exists(ctx->db, SQL("SELECT 1 FROM package_line WHERE package_id = :id LIMIT 1"),
			 BIND(B_INT("id", in->package))) ||
	       err_field(e, "package", N_("This package has no lines yet (package.line)"));
}

static void fits_remember(struct ctx *ctx, const struct job_package *in, const char *model)
{
	for (size_t i = 0; i < in->fits.n; i++) {
		const struct fit *f = LINE_AT(in->fits, struct fit, i);

		package_fits(ctx, f->line, model, f->part);
	}
}

/* ---- its lines on the work order ---- */

struct template
{
	struct job_line line;
	bool missing;
};

static size_t templates_read(struct ctx *ctx, int64_t job_id, int64_t package_id, const char *model,
			     struct template *ret)
{
	struct package_piece *piece = ARENA_ARRAY(ctx->arena, struct package_piece, PACKAGE_LINES_MOST);
	size_t n = package_pieces(ctx, package_id, model, piece);

	for (size_t i = 0; i < n; i++) {
		const struct package_piece *p = &piece[i];

		ret[i] = (struct template){ .missing = p->missing,
					    .line = { .job_id = job_id,
						      .kind = p->kind,
						      .labour_id = p->labour_id,
						      .part_id = p->part_id,
						      .text = p->text,
						      .qty = p->qty,
						      .price = p->price,
						      .list_price = p->price,
						      .package_id = package_id } };
		job_line_from_list(ctx, &ret[i].line);
	}
	return n;
}

/* Takes the package down to its price: what is counted one by one bears what does not divide. */
static void templates_at(struct ctx *ctx, struct template *t, size_t n, int64_t price)
{
	int64_t *amount = ARENA_ARRAY(ctx->arena, int64_t, n), *share = ARENA_ARRAY(ctx->arena, int64_t, n);
	int64_t sum = 0, left = price;
	struct job_line *one = NULL;

	for (size_t i = 0; i < n; i++)
		sum += amount[i] = qty_price(t[i].line.qty, t[i].line.price);
	if (price == 0 || price >= sum)
		return;
	share_out(price, amount, n, share);
	for (size_t i = 0; i < n; i++) {
		struct job_line *l = &t[i].line;

		l->price = share[i] * 1000 / l->qty;
		left -= qty_price(l->qty, l->price);
		one = l->qty == 1000 && (!one || l->price > one->price) ? l : one;
	}
	if (one && one->price + left > 0)
		one->price += left;
}

static bool templates_known(const struct template *t, size_t n, const char *model, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (t[i].missing)
			return err_field(
			    e, "fits.part",
			    N_("Which “%s” fits %s is not known yet. Name the part; it is remembered"),
			    t[i].line.text, *model ? model : "?");
	return true;
}

static bool templates_add(struct ctx *ctx, struct template *t, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		if (!job_line_fits(ctx, t[i].line.job_id, t[i].line.qty, t[i].line.price, e))
			return false;
		ctx->answer->id = job_line_add(ctx, &t[i].line);
	}
	return true;
}

static bool job_package_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_package *in = input;
	struct template *t = ARENA_ARRAY(ctx->arena, struct template, PACKAGE_LINES_MOST);
	const char *model = model_of(ctx, in->job);
	struct job before, after;
	size_t n;

	fits_remember(ctx, in, model);
	n = templates_read(ctx, in->job, in->package, model, t);
	if (!templates_known(t, n, model, e))
		return false;
	templates_at(ctx, t, n, package_price(ctx, in->package));
	if (!job_read(ctx, in->job, &before) || !templates_add(ctx, t, n, e) ||
	    !job_read(ctx, in->job, &after))
		return false;
	answer_say(ctx, n == 1 ? N_("%d line added: %s") : N_("%d lines added: %s"), (int)n,
		   money_text(ctx->arena, after.total - before.total));
	return true;
}

/* The parts that are not known for this model, to be named. */
static void job_package_fill(struct ctx *ctx, struct args *args)
{
	const char *package = args_get(args, "package");
	int64_t job = job_of_args(ctx, args), id;
	struct cur *c;

	if (!job || !package || *package != '#' || args_lines(args, "fits") ||
	    !int_parse(package + 1, "package", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT l.id FROM package_line l WHERE l.package_id = :package AND l.kind = 'part' "
			"AND l.part_id IS "
			"NULL AND NOT EXISTS (SELECT 1 FROM package_variant v WHERE v.line_id = l.id AND "
			"v.model = :model) "
			"ORDER BY l.pos"),
		    BIND(B_INT("package", id), B_TEXT("model", model_of(ctx, job))));
	while (cur_next(c))
		args_set_id(args_add_line(args, "fits"), "line", cur_int(c, 0));
}

COMMAND(job_package) = {
	.name = "job.package",
	.title = N_("Add a package"),
	.help = N_("Its labour, parts and fees come onto the work order, with the parts that fit the car."),
	.undo = UNDO_ROWS,
	.input = job_package_input,
	.size = sizeof(struct job_package),
	.fill = job_package_fill,
	.may = job_package_may,
	.run = job_package_run,
};
