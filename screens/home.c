/* home.c - one line that finds everything, and what can be done with what it found. */
#include "screens/screens.h"

HOME(home) = {
	.title = N_("Home"),
	.words = "search start",
	.hits = "search_hits",
	.with = "q=%text",
	.steps =
	    (const struct hit_step[]){
		{ "vehicle", 1, "@next", "job=@job_id", .when = "job_id" },
		{ "vehicle", 1, "reception", "plate=@name", .when = "!job_id" },
		{ "vehicle", 2, "history", "vehicle=@vehicle_id", N_("History") },
		{ "vehicle", 4, "vehicle_change", "vehicle=@vehicle_id", N_("Change") },
		{ "vehicle", 5, "jobs", "vehicle=@vehicle_id" },
		{ "vehicle", 6, "reminders", "vehicle=@vehicle_id" },
		{ "job", 1, "@next", "job=@job_id" },
		{ "job", 2, "history", "vehicle=@vehicle_id", N_("History") },
		{ "job", 4, "job_papers", "job=@job_id" },
		{ "customer", 1, "vehicles", "customer=@ref_id", N_("Cars") },
		{ "customer", 2, "jobs", "customer=@ref_id", N_("History") },
		{ "customer", 4, "customer_change", "customer=@ref_id", N_("Change") },
		{ "customer", 5, "bills", "party=@ref_id" },
		{ "customer", 6, "pay", "party=@ref_id" },
		{ "supplier", 1, "receive", "supplier=@ref_id" },
		{ "supplier", 4, "supplier_change", "supplier=@ref_id", N_("Change") },
		{ "part", 1, "stock_moves", "part=@ref_id", N_("Movements") },
		{ "part", 2, "sale_sell", "part=@ref_id", N_("Sell") },
		{ "part", 4, "part_change", "part=@ref_id", N_("Change") },
		{ "labour", 1, "labour_change", "labour=@ref_id", N_("Change") },
		{ 0 },
	    },
	.scan_opens = "sale",
	.scan_runs = "sale.add",
	.scan_with = "part=%text typed=%text",
	.scan_right = "sale.add",
	.new_opens = "reception",
	.new_with = "plate=%plate phone=%phone name=%name",
};
