/* setting.h - what the shop decides. The table in setting.c is the only list: the console's settings, `config`, the
 * manual and the rules read it. */
#ifndef WORKBAY_SETTING_H
#define WORKBAY_SETTING_H

#include "domain/command.h"

enum setting_id {
	SETTING_SHOP_NAME,
	SETTING_SHOP_PHONE,
	SETTING_SHOP_ADDRESS,
	SETTING_PRINT_FORMS,        /* the forms that are printed without being asked for, or "all" */
	SETTING_UTC_OFFSET,         /* minutes */
	SETTING_DAY_START,          /* minutes after midnight */
	SETTING_SURCHARGE_ORDINARY, /* ten-thousandths on top of prices, where an invoice is asked for */
	SETTING_SURCHARGE_SPECIAL,
	SETTING_TAX_RATE, /* ten-thousandths, included in prices */
	SETTING_ROUND_TO, /* fen that a settlement's total is rounded down to; 1: none */
	SETTING_FOLLOWUP_DAYS,
	SETTING_LOST_DAYS,
	SETTING_REMIND_DAYS, /* how far ahead reminder lists look */
	SETTING_AUTHORISE,   /* 1: lines must be authorised before parts are issued and work is finished */
	SETTING_OVER_SHORT,  /* fen of over or short at a closing that needs a remark */
	SETTING_CARD_ORDER,  /* of a card: 0 in proportion, 1 principal first, 2 gift first */
	SETTING_PLATE_PREFIX,
	SETTING_LATEST_PRICE,    /* 1: what was asked last is proposed, instead of the level's price */
	SETTING_COUNT_TOLERANCE, /* fen that a count may differ by without a second one */
	SETTING_CHECK_OTHER,     /* 1: nobody checks his own work */
	SETTING_LATE_DAYS,       /* so many days a bill may be late until nothing more goes on account */
	SETTING_TAX_SMALL,       /* 1: a small-scale taxpayer, who deducts no input tax */
	SETTING_CARD_LITTLE,     /* fen on a card below which its owner is asked to top it up */
	SETTING_EXPIRY_DAYS,     /* how far ahead goods that expire are told of */
	SETTING_COUNTER_WORK,    /* 0: work is sold on work orders only, where it is clocked */
	SETTING_COUNT,
};

struct setting_def {
	const char *name; /* "shop.name" */
	enum vtype type;
	const char *value; /* built in */
	int64_t min, max;
	const char *label, *help; /* English msgids */
};

extern const struct setting_def setting_defs[SETTING_COUNT];

/* The number of a setting, its built-in value where the shop has not decided. */
int64_t setting_int(struct db *db, enum setting_id id);
/* The text; in the arena. */
char *setting_text(struct db *db, struct arena *a, enum setting_id id);

#endif
