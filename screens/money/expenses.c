/* expenses.c - expenses, other income, petty cash, and what comes again each month. */
#include "screens/screens.h"

LIST(expenses) = {
	.title = N_("Expenses and other income"),
	.menu = MENU_MONEY,
	.words = "expenses petty cash income",
	.view = "expenses",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "expense", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "expenses_due", .scope = SCOPE_ALL },
		{ K_SAVE, .opens = "income", .scope = SCOPE_ALL, .label = N_("Income") },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ K_MENU, .opens = "petty_cash", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "expense_plans", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "categories", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(expense) = {
	.title = N_("Book an expense"),
	.menu = MENU_MONEY,
	.words = "pay expense",
	.runs = "expense.add",
	.layout = { "category", "amount method", "payee+", "date reference", "tax", "remark+", "plan", 0 },
	.again = true,
};

FORM(income) = {
	.title = N_("Book other income"),
	.menu = MENU_MONEY,
	.words = "other income",
	.runs = "income.add",
	.layout = { "category", "amount method", "payee+", "date reference", "remark+", 0 },
	.again = true,
};

FORM(petty_cash) = {
	.title = N_("Fill the petty cash"),
	.menu = MENU_MONEY,
	.words = "petty cash box",
	.runs = "petty.fill",
	.layout = { "amount method", "back", "remark+", 0 },
};

LIST(expenses_due) = {
	.title = N_("Expenses that are due"),
	.menu = MENU_MONEY,
	.words = "monthly expenses due",
	.view = "expenses_due",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "expense", .with = "plan=@id", .label = N_("Book") },
		{ K_ENTER, .opens = "expense", .with = "plan=@id", .label = N_("Book") },
		{ 0 },
	    },
};

LIST(expense_plans) = {
	.title = N_("Each month"),
	.view = "expense_plans",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "expense_plan", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "expense", .with = "plan=@id", .label = N_("Book") },
		{ K_ENTER, .runs = "expense.plan_change", .with = "plan=@id", .ask = "amount due_day active",
		  .label = N_("Change") },
		{ 0 },
	    },
};

FORM(expense_plan) = {
	.title = N_("Expense of each month"),
	.runs = "expense.plan",
	.layout = { "category", "payee+", "amount method", "due_day", 0 },
	.again = true,
};

LIST(categories) = {
	.title = N_("Categories"),
	.view = "all_categories",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "category", .scope = SCOPE_ALL },
		{ K_ENTER, .runs = "expense.category_change", .with = "category=@id", .ask = "title active",
		  .label = N_("Change") },
		{ 0 },
	    },
};

FORM(category) = {
	.title = N_("New category"),
	.runs = "expense.category",
	.layout = { "code title+", "income", 0 },
	.again = true,
};

LIST(tax_rates) = {
	.title = N_("Tax rates"),
	.menu = MENU_HOUSE,
	.words = "tax rates vat",
	.view = "tax_rates",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "tax_rate", .scope = SCOPE_ALL },
		{ K_VOID, .runs = "tax.rate_drop", .with = "rate=@id" },
		{ 0 },
	    },
};

FORM(tax_rate) = {
	.title = N_("Set a tax rate"),
	.runs = "tax.rate",
	.layout = { "kind", "part", "labour", "rate", 0 },
	.again = true,
};
