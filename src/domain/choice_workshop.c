/* choice_workshop.c - the words of jobs, their lines, the board, reminders and calls. */
#include "domain/choice.h"

const struct choice choice_job_state[] = {
	{ "received", N_("Received") },
	{ "in_work", N_("In work") },
	{ "finished", N_("Finished") },
	{ "settled", N_("Settled") },
	{ "handed_over", N_("Handed over") },
	{ "cancelled", N_("Cancelled") },
	{ NULL, NULL },
};

const struct choice choice_job_line_kind[] = {
	{ "labour", N_("Labour") },
	{ "part", N_("Part") },
	{ "fee", N_("Fee") },
	{ "sublet", N_("Sublet") },
	{ "own_part", N_("Theirs") },
	{ "package", N_("Work package") },
	{ "package_ask", N_("Work package") },
	{ NULL, NULL },
};

const struct choice choice_job_line_state[] = {
	{ "on", N_("On") },           { "off", N_("Off") }, { "declined", N_("Declined") },
	{ "dropped", N_("Dropped") }, { NULL, NULL },
};

/* What there is to say about a line in one word. */
const struct choice choice_line_note[] = {
	{ "on", N_("On") },
	{ "off", N_("Off") },
	{ "declined", N_("Declined") },
	{ "comeback", N_("Comeback") },
	{ "done_before", N_("Done here") },
	{ "free", N_("Free") },
	{ "insurer", N_("Insurer") },
	{ "maker", N_("Maker") },
	{ "shop", N_("Shop") },
	{ "to_book", N_("To book") },
	{ NULL, NULL },
};

const struct choice choice_line_bearer[] = {
	{ "customer", N_("Customer") },
	{ "insurer", N_("Insurer") },
	{ "maker", N_("Maker") },
	{ "shop", N_("Shop") },
	{ NULL, NULL },
};

const struct choice choice_parts_from[] = {
	{ "list", N_("List price") },
	{ "cost", N_("Last cost") },
	{ NULL, NULL },
};

const struct choice choice_comeback_bearing[] = {
	{ "rework", N_("Rework") },
	{ "goodwill", N_("Goodwill") },
	{ "charge", N_("Charge") },
	{ NULL, NULL },
};

const struct choice choice_comeback_cause[] = {
	{ "work", N_("Work") },         { "part", N_("Part") }, { "use", N_("Use by the customer") },
	{ "unknown", N_("Not known") }, { NULL, NULL },
};

const struct choice choice_supervision_state[] = {
	{ "good", N_("All good") },
	{ "open", N_("To put right") },
	{ "remedied", N_("Put right") },
	{ NULL, NULL },
};

const struct choice choice_reminder_kind[] = {
	{ "service", N_("Service") },
	{ "inspection", N_("Inspection") },
	{ "insurance", N_("Insurance") },
	{ "followup", N_("Follow-up") },
	{ "other", N_("Other") },
	{ "lost", N_("Lost") },
	{ "new", N_("New") },
	{ "birthday", N_("Birthday") },
	{ "declined", N_("Declined") },
	{ NULL, NULL },
};

const struct choice choice_call_result[] = {
	{ "content", N_("Content") },     { "complaint", N_("Not content") },
	{ "coming", N_("Comes in") },     { "later", N_("Call again") },
	{ "no_answer", N_("No answer") }, { "elsewhere", N_("Done elsewhere") },
	{ "unwanted", N_("Not wanted") }, { NULL, NULL },
};

const struct choice choice_waiting[] = {
	{ "parts", N_("Parts") },
	{ "customer", N_("The customer") },
	{ "check", N_("The check") },
	{ "insurer", N_("The insurer") },
	{ "sublet", N_("Sublet work") },
	{ "other", N_("Something else") },
	{ NULL, NULL },
};

const struct choice choice_finish_part[] = {
	{ "bill", N_("Bill what was issued") },
	{ "free", N_("Free") },
	{ "return", N_("Back to stock") },
	{ NULL, NULL },
};

const struct choice choice_urgency[] = {
	{ "now", N_("At once") },
	{ "soon", N_("Expires soon") },
	{ "next", N_("Next visit") },
	{ NULL, NULL },
};

const struct choice choice_advice_state[] = {
	{ "open", N_("Open") },
	{ "done", N_("Done") },
	{ "dropped", N_("Dropped") },
	{ NULL, NULL },
};

/* What the board says of a car. */
const struct choice choice_board_step[] = {
	{ "to_dispatch", N_("To dispatch") }, { "dispatched", N_("Dispatched") },
	{ "working", N_("Being worked on") }, { "in_work", N_("In work") },
	{ "sent_back", N_("Sent back") },     { "parts", N_("Waits: parts") },
	{ "parts_here", N_("Parts here") },   { "customer", N_("Waits: customer") },
	{ "check", N_("To be checked") },     { "insurer", N_("Waits: insurer") },
	{ "sublet", N_("Sublet work") },      { "other", N_("Waits") },
	{ "away", N_("Out for a while") },    { "finished", N_("To settle") },
	{ "settled", N_("To hand over") },    { NULL, NULL },
};

const struct choice choice_history_kind[] = {
	{ "labour", N_("Labour") },   { "part", N_("Part") },       { "fee", N_("Fee") },
	{ "advice", N_("Advice") },   { "visit", N_("Visit") },     { "declined", N_("Declined") },
	{ "payment", N_("Payment") }, { "refund", N_("Refund") },   { "handover", N_("Handover") },
	{ "call", N_("Call") },       { "plate", N_("New plate") }, { NULL, NULL },
};
