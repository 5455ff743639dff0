/* vfs_tape.c - a power cut without a power switch: steps are replayed up to one of them; what was not synced
 * by then is kept, lost or torn by the seed. */
#include "tests/lib/vfs_tape.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "tests/lib/vfs.h"

#define SECTOR 512

enum step_kind { ST_CREATE, ST_WRITE, ST_TRUNCATE, ST_SYNC, ST_UNLINK, ST_RENAME, ST_LINK, ST_SYNC_DIR };

struct step {
	enum step_kind kind;
	int inode;
	char *name, *to;
	unsigned char *bytes;
	int64_t at, n;
};

struct content {
	unsigned char *b;
	int64_t n, cap;
};

struct inode {
	struct content safe; /* what is on the disk for certain, up to `replayed` */
	long synced;         /* steps in front of this one are in it */
};

struct name {
	char *name;
	int inode; /* -1: gone */
};

struct names {
	struct name *v;
	size_t n;
};

struct vfs_tape {
	char *dir;
	struct step *step;
	long n, cap;
	struct inode *inode;
	int n_inodes;
	struct names now;  /* as the recorded program sees them */
	struct names safe; /* on the disk for certain, up to `replayed` */
	long replayed, names_synced;
};

/* ---- names ---- */

static struct name *find_name(struct names *l, const char *name)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].name, name) == 0)
			return &l->v[i];
	return NULL;
}

static void put_name(struct names *l, const char *name, int inode)
{
	struct name *at = find_name(l, name);

	if (!at) {
		l->v = xrealloc(l->v, (l->n + 1) * sizeof(*l->v));
		at = &l->v[l->n++];
		at->name = xstrdup(name);
	}
	at->inode = inode;
}

static struct names copy_names(const struct names *l)
{
	struct names c = { 0 };

	for (size_t i = 0; i < l->n; i++)
		put_name(&c, l->v[i].name, l->v[i].inode);
	return c;
}

static void free_names(struct names *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].name);
	free(l->v);
	*l = (struct names){ 0 };
}

static void apply_name(struct names *l, const struct step *s)
{
	struct name *from;

	if (s->kind == ST_CREATE) {
		put_name(l, s->name, s->inode);
	} else if (s->kind == ST_UNLINK) {
		put_name(l, s->name, -1);
	} else if (s->kind == ST_RENAME || s->kind == ST_LINK) {
		from = find_name(l, s->name);
		put_name(l, s->to, from ? from->inode : -1);
		if (s->kind == ST_RENAME)
			put_name(l, s->name, -1);
	}
}

static bool is_name_step(const struct step *s)
{
	return s->kind == ST_CREATE || s->kind == ST_UNLINK || s->kind == ST_RENAME || s->kind == ST_LINK;
}

/* ---- contents ---- */

static void grow(struct content *c, int64_t n)
{
	if (n > c->cap) {
		int64_t cap = n > 2 * c->cap ? n : 2 * c->cap;

		c->b = xrealloc(c->b, (size_t)cap);
		c->cap = cap;
	}
	if (n > c->n) {
		memset(c->b + c->n, 0, (size_t)(n - c->n));
		c->n = n;
	}
}

static void put_bytes(struct content *c, const unsigned char *bytes, int64_t n, int64_t at)
{
	grow(c, at + n);
	if (n > 0)
		memcpy(c->b + at, bytes, (size_t)n);
}

static void read_file(const char *path, struct content *c)
{
	FILE *f = fopen(path, "rbe");
	unsigned char buf[65536];
	size_t n;

	if (!f)
		return;
	while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
		put_bytes(c, buf, (int64_t)n, c->n);
	fclose(f);
}

/* xorshift: the same seed gives the same cut everywhere. */
static unsigned next_random(unsigned *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 17;
	*s ^= *s << 5;
	return *s;
}

static void apply_torn(struct content *c, const struct step *s, unsigned *random)
{
	if (s->kind == ST_TRUNCATE) {
		if (next_random(random) & 1) {
			grow(c, s->at);
			c->n = s->at;
		}
		return;
	}
	for (int64_t i = 0; i < s->n;) {
		int64_t part = SECTOR - (s->at + i) % SECTOR;

		if (part > s->n - i)
			part = s->n - i;
		if (next_random(random) & 1)
			put_bytes(c, s->bytes + i, part, s->at + i);
		i += part;
	}
}

static void apply_whole(struct content *c, const struct step *s)
{
	if (s->kind == ST_WRITE) {
		put_bytes(c, s->bytes, s->n, s->at);
	} else {
		grow(c, s->at);
		c->n = s->at;
	}
}

/* ---- recording ---- */

static struct step *add_step(struct vfs_tape *t, enum step_kind kind, int inode)
{
	if (t->n == t->cap) {
		t->cap = t->cap ? 2 * t->cap : 1024;
		t->step = xrealloc(t->step, (size_t)t->cap * sizeof(*t->step));
	}
	t->step[t->n] = (struct step){ .kind = kind, .inode = inode };
	return &t->step[t->n++];
}

static int add_inode(struct vfs_tape *t)
{
	t->inode = xrealloc(t->inode, (size_t)(t->n_inodes + 1) * sizeof(*t->inode));
	t->inode[t->n_inodes] = (struct inode){ 0 };
	return t->n_inodes++;
}

/* The path inside the directory of the tape, or NULL. */
static const char *name_of(const struct vfs_tape *t, const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	if (!t || !slash || (size_t)(slash - path) != strlen(t->dir) ||
	    strncmp(path, t->dir, strlen(t->dir)) != 0)
		return NULL;
	return strstr(slash, "-shm") ? NULL : slash + 1;
}

struct vfs_tape *tape_new(const char *dir)
{
	struct vfs_tape *t = xcalloc(1, sizeof(*t));
	DIR *d = opendir(dir);
	struct dirent *e;

	t->dir = realpath(dir, NULL);
	if (!d || !t->dir)
		die("cannot read %s", dir);
	while ((e = readdir(d))) {
		struct str path = { 0 };

		if (e->d_name[0] == '.')
			continue;
		str_addf(&path, "%s/%s", t->dir, e->d_name);
		if (name_of(t, path.s)) {
			int i = add_inode(t);

			read_file(path.s, &t->inode[i].safe);
			put_name(&t->now, e->d_name, i);
			put_name(&t->safe, e->d_name, i);
		}
		str_free(&path);
	}
	closedir(d);
	return t;
}

int tape_open(struct vfs_tape *t, const char *path)
{
	const char *name = name_of(t, path);
	struct name *known = name ? find_name(&t->now, name) : NULL;
	struct content made = { 0 };
	struct step *s;
	int i;

	if (!name)
		return -1;
	if (known && known->inode >= 0)
		return known->inode;
	i = add_inode(t);
	s = add_step(t, ST_CREATE, i);
	s->name = xstrdup(name);
	put_name(&t->now, name, i);
	read_file(path, &made); /* written without SQLite before; nobody holds a lock on it yet */
	if (made.n > 0)
		tape_write(t, i, made.b, (int)made.n, 0);
	free(made.b);
	return i;
}

void tape_write(struct vfs_tape *t, int inode, const void *bytes, int n, int64_t at)
{
	struct step *s;

	if (!t || inode < 0)
		return;
	s = add_step(t, ST_WRITE, inode);
	s->bytes = xmalloc((size_t)n);
	memcpy(s->bytes, bytes, (size_t)n);
	s->n = n;
	s->at = at;
}

void tape_truncate(struct vfs_tape *t, int inode, int64_t size)
{
	if (t && inode >= 0)
		add_step(t, ST_TRUNCATE, inode)->at = size;
}

void tape_sync(struct vfs_tape *t, int inode)
{
	if (t && inode >= 0)
		add_step(t, ST_SYNC, inode);
}

void tape_unlink(struct vfs_tape *t, const char *path)
{
	const char *name = name_of(t, path);
	struct step *s;

	if (!name)
		return;
	s = add_step(t, ST_UNLINK, -1);
	s->name = xstrdup(name);
	apply_name(&t->now, s);
}

static void add_name_step(struct vfs_tape *t, enum step_kind kind, const char *from, const char *to)
{
	const char *a = name_of(t, from), *b = name_of(t, to);
	struct step *s;

	if (!a || !b)
		return;
	tape_open(t, from); /* a file that only our own code has written so far */
	s = add_step(t, kind, -1);
	s->name = xstrdup(a);
	s->to = xstrdup(b);
	apply_name(&t->now, s);
}

void tape_rename(struct vfs_tape *t, const char *from, const char *to)
{
	add_name_step(t, ST_RENAME, from, to);
}

void tape_link(struct vfs_tape *t, const char *from, const char *to)
{
	add_name_step(t, ST_LINK, from, to);
}

void tape_sync_dir(struct vfs_tape *t)
{
	if (t)
		add_step(t, ST_SYNC_DIR, -1);
}

long vfs_tape_steps(const struct vfs_tape *t)
{
	return t->n;
}

void vfs_tape_free(struct vfs_tape *t)
{
	if (!t)
		return;
	vfs_stop(t);
	for (long i = 0; i < t->n; i++) {
		free(t->step[i].name);
		free(t->step[i].to);
		free(t->step[i].bytes);
	}
	for (int i = 0; i < t->n_inodes; i++)
		free(t->inode[i].safe.b);
	free_names(&t->now);
	free_names(&t->safe);
	free(t->step);
	free(t->inode);
	free(t->dir);
	free(t);
}

/* ---- the cut ---- */

static void sync_names(struct vfs_tape *t, long upto)
{
	for (; t->names_synced < upto; t->names_synced++)
		if (is_name_step(&t->step[t->names_synced]))
			apply_name(&t->safe, &t->step[t->names_synced]);
}

static void sync_inode(struct vfs_tape *t, int inode, long upto)
{
	struct inode *n = &t->inode[inode];

	for (; n->synced < upto; n->synced++) {
		const struct step *s = &t->step[n->synced];

		if (s->inode == inode && (s->kind == ST_WRITE || s->kind == ST_TRUNCATE))
			apply_whole(&n->safe, s);
	}
}

/* A sync of a file makes the names up to its making safe too: SQLite syncs the directory with a new file. */
static void replay(struct vfs_tape *t, long step)
{
	for (; t->replayed < step; t->replayed++) {
		const struct step *s = &t->step[t->replayed];

		if (s->kind == ST_SYNC) {
			sync_inode(t, s->inode, t->replayed);
			for (long i = t->replayed - 1; i >= t->names_synced; i--)
				if (t->step[i].kind == ST_CREATE && t->step[i].inode == s->inode)
					sync_names(t, i + 1);
		} else if (s->kind == ST_SYNC_DIR) {
			sync_names(t, t->replayed);
		}
	}
}

static struct content content_after(const struct vfs_tape *t, int inode, unsigned seed, unsigned *random)
{
	const struct inode *n = &t->inode[inode];
	struct content c = { 0 };

	put_bytes(&c, n->safe.b, n->safe.n, 0);
	for (long i = n->synced; seed && i < t->replayed; i++) {
		const struct step *s = &t->step[i];

		if (s->inode != inode || (s->kind != ST_WRITE && s->kind != ST_TRUNCATE))
			continue;
		if (seed == 1)
			apply_whole(&c, s);
		else
			apply_torn(&c, s, random);
	}
	return c;
}

static struct names names_after(const struct vfs_tape *t, unsigned seed, unsigned *random)
{
	struct names l = copy_names(&t->safe);
	bool more = seed != 0;

	for (long i = t->names_synced; more && i < t->replayed; i++) {
		if (!is_name_step(&t->step[i]))
			continue;
		if (seed > 1 && (next_random(random) & 1))
			break;
		apply_name(&l, &t->step[i]);
	}
	return l;
}

static void empty_dir(const char *dir)
{
	DIR *d;
	struct dirent *e;

	mkdir(dir, 0770);
	d = opendir(dir);
	if (!d)
		die("cannot make %s", dir);
	while ((e = readdir(d)))
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			unlinkat(dirfd(d), e->d_name, 0);
	closedir(d);
}

static void write_file(const char *dir, const char *name, const struct content *c)
{
	struct str path = { 0 };
	FILE *f;

	str_addf(&path, "%s/%s", dir, name);
	f = fopen(path.s, "wbe");
	if (!f || (c->n > 0 && fwrite(c->b, 1, (size_t)c->n, f) != (size_t)c->n) ||
	    fchmod(fileno(f), 0660) != 0 || fclose(f) != 0)
		die("cannot write %s", path.s);
	str_free(&path);
}

void vfs_image(struct vfs_tape *t, long step, unsigned seed, const char *to)
{
	unsigned random = (seed * 2654435761U) ^ ((unsigned)step * 40503U) ^ 0x9e3779b9U;
	struct names l;

	replay(t, step);
	empty_dir(to);
	l = names_after(t, seed, &random);
	for (size_t i = 0; i < l.n; i++) {
		struct content c;

		if (l.v[i].inode < 0)
			continue;
		c = content_after(t, l.v[i].inode, seed, &random);
		write_file(to, l.v[i].name, &c);
		free(c.b);
	}
	free_names(&l);
}
