/* vehicles.c - the cars, and what was done to one. */
#include "screens/screens.h"

LIST(vehicles) = {
	.title = N_("Vehicles"),
	.menu = MENU_CUSTOMERS,
	.code = 32,
	.view = "vehicles",
	.words = "cars",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "history", .with = "vehicle=@id", .label = N_("History") },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@id", .label = N_("History") },
		{ K_NEW, .opens = "vehicle_new", .with = "customer=$customer", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "reception", .with = "plate=@plate" },
		{ K_MENU, .opens = "vehicle_change", .with = "vehicle=@id", .label = N_("Change") },
		{ K_MENU, .runs = "vehicle.plate", .with = "vehicle=@id", .ask = "plate on",
		  .label = N_("New plate") },
		{ K_MENU, .runs = "vehicle.merge", .with = "vehicle=@id", .ask = "into reason+",
		  .label = N_("A double of"),
		  .sure = N_("Its visits go to the other one; it can be parted again.") },
		{ K_MENU, .opens = "jobs", .with = "vehicle=@id", .label = N_("Work orders") },
		{ K_MENU, .opens = "advice", .with = "vehicle=@id" },
		{ K_MENU, .opens = "reminders", .with = "vehicle=@id", .label = N_("Reminders") },
		{ 0 },
	    },
};

LIST(history) = {
	.title = N_("Car: whole history"),
	.param = "vehicle",
	.pick = "vehicles",
	.menu = MENU_CUSTOMERS,
	.code = 47,
	.words = "history visits past",
	.view = "car_history",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "job_papers", .with = "job=@job_id", .label = N_("Papers"),
		  .when = "job_id" },
		{ K_NEXT, .opens = "vehicle_change", .with = "vehicle=@vehicle_id", .label = N_("The car") },
		{ 0 },
	    },
};

#define VEHICLE_ROWS                                                                                         \
	"customer vin", "make model+", "colour engine_no", "odometer", "inspection_due insurance_due",       \
	    "insurer", "driver driver_phone", "payer", "note*3+"

FORM(vehicle_new) = {
	.title = N_("New vehicle"),
	.runs = "vehicle.add",
	.makes = "vehicles",
	.layout = { "plate", VEHICLE_ROWS, 0 },
};

FORM(vehicle_change) = {
	.title = N_("Change a vehicle"),
	.param = "vehicle",
	.runs = "vehicle.change",
	.from = "vehicle_head",
	.with = "odometer=@odometer_km inspection_due=@inspection_due_on insurance_due=@insurance_due_on",
	.state = "plate",
	.head = "vehicle_head",
	.layout = { "=plate =former", VEHICLE_ROWS, 0 },
};
