/* choice.h - codes that people see as words: states, methods, kinds. The one list of each. */
#ifndef WORKBAY_CHOICE_H
#define WORKBAY_CHOICE_H

#include "domain/command.h"

extern const struct choice choice_job_state[];
extern const struct choice choice_job_line_kind[];
extern const struct choice choice_job_line_state[];
extern const struct choice choice_line_note[];
extern const struct choice choice_line_bearer[];
extern const struct choice choice_parts_from[];
extern const struct choice choice_comeback_bearing[];
extern const struct choice choice_comeback_cause[];
extern const struct choice choice_supervision_state[];
extern const struct choice choice_pay_method[];
extern const struct choice choice_how[];
extern const struct choice choice_reminder_kind[];
extern const struct choice choice_call_result[];
extern const struct choice choice_setting_word[];
extern const struct choice choice_party_kind[];
extern const struct choice choice_lang[];
extern const struct choice choice_document_kind[];
extern const struct choice choice_account_class[];
extern const struct choice choice_change_op[];
extern const struct choice choice_search_kind[];
extern const struct choice choice_waiting[];
extern const struct choice choice_finish_part[];
extern const struct choice choice_urgency[];
extern const struct choice choice_advice_state[];
extern const struct choice choice_board_step[];
extern const struct choice choice_history_kind[];
extern const struct choice choice_cost_is[];
extern const struct choice choice_invoice_state[];
extern const struct choice choice_expense_method[];
extern const struct choice choice_taxed_kind[];
extern const struct choice choice_close_kind[];
extern const struct choice choice_department[];
extern const struct choice choice_surcharge[];
extern const struct choice choice_grain[];
extern const struct choice choice_order_state[];
extern const struct choice choice_cart_state[];
extern const struct choice choice_want_state[];
extern const struct choice choice_plan_from[];
extern const struct choice choice_price_kind[];
extern const struct choice choice_channel[];
extern const struct choice choice_merge_kind[];
extern const struct choice choice_price_basis[];
extern const struct choice choice_price_how[];
extern const struct choice choice_part_word[];
extern const struct choice choice_transfer_how[];
extern const struct choice choice_take_scope[];
extern const struct choice choice_take_state[];
extern const struct choice choice_take_line[];
extern const struct choice choice_take_uncounted[];
extern const struct choice choice_warehouse_kind[];
extern const struct choice choice_batch_state[];
extern const struct choice choice_till_cause[];
extern const struct choice choice_channel_method[];
extern const struct choice choice_card_state[];
extern const struct choice choice_channel_state[];

/* The English title of a code of the list called `choice` ("job_state"); NULL when there is none. */
const char *choice_title(const char *choice, const char *code);

/* The list of that name, NULL when there is none. */
const struct choice *choice_list(const char *name);

#endif
