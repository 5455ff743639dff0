/* schema.h - the parts of the generator that turns schema/ into C. A host program on libc alone. */
#ifndef WORKBAY_GEN_SCHEMA_H
#define WORKBAY_GEN_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define MOST_COLS   96
#define MOST_PARAMS 24
#define MOST_WORDS  24

enum kind {
	KIND_MIGRATION,
	KIND_SHARED,
	KIND_VIEW,
	KIND_REPORT,
	KIND_CHECK,
	KIND_DOCUMENT,
	KIND_DEMO,
	KIND_LIST
};

/* One file of schema/, read whole. `body` is what stands behind the header marks. */
struct source {
	enum kind kind;
	const char *path; /* as messages and the compiled program name it: schema/views/parts.sql */
	char *name;       /* without directory and ending */
	char *text, *copy, *body;
	int body_line;
	struct head *head; /* of views, reports and checks */
	struct form *form; /* of documents */
};

/* Words of one mark; pointers into the file's text. */
struct words {
	char *at[MOST_WORDS];
	size_t n;
	int line;
};

struct col {
	const char *name, *title, *right, *edit, *style, *explain, *behind, *choice;
	const char *type; /* the enum's name */
	int width, drop, line;
	bool find, sum, hidden, key;
};

struct param {
	const char *name, *type, *filter, *preset;
	bool required;
	int line;
};

struct head {
	const char *title, *rule, *group, *id, *label, *right, *chart;
	int title_line;
	struct words keys, names, watch, on;
	struct words orders[8];
	size_t n_orders;
	struct col cols[MOST_COLS];
	size_t n_cols;
	struct param params[MOST_PARAMS];
	size_t n_params;
	bool mark, desk;
};

/* The whole of schema/. */
struct schema {
	struct source *src;
	size_t n;
	int faults;
};

/* Says a fault in one line, file:line: sentence, and counts it: all of them are told before the build stops. */
void fault(struct schema *s, const char *path, int line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Reads the header marks of a view, report or check and finds its body. */
void head_read(struct schema *s, struct source *f);
/* Compares the marks of one file with each other and with the other files. */
void head_prove(struct schema *s, struct source *f);
/* The column of that name, NULL when there is none. */
struct col *head_col(struct head *h, const char *name);
/* The view or report of that name, NULL when there is none. */
struct source *list_find(const struct schema *s, const char *name);
/* Splits at blanks; a "quoted text" is one word, without its quotes. */
bool split(struct schema *s, struct source *f, char *p, int line, struct words *ret);
/* A whole number from 1 to 200. */
bool number(const char *text, int *ret);
/* A name of ours: a small letter, then small letters, digits and '_'; '.' too where `dots`. */
bool is_name(const char *s, bool dots);

/* A C literal; NULL for NULL. */
void emit_string(FILE *out, const char *text);
/* " .name = literal," when there is a text. */
void emit_member(FILE *out, const char *name, const char *text);
/* The array what_name of the words, when there are any. */
void emit_words(FILE *out, const char *what, const char *name, const struct words *w);

void emit_files(const struct schema *s, FILE *out);
void emit_views(const struct schema *s, FILE *out);
void emit_checks(const struct schema *s, FILE *out);
void emit_texts(const struct schema *s, FILE *out);

#endif
