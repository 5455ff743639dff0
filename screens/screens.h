/* screens.h - every screen of the program, and the menus that they stand under. */
#ifndef WORKBAY_SCREENS_H
#define WORKBAY_SCREENS_H

#include "ui/screen.h"

enum menu { MENU_NONE, MENU_WORKSHOP, MENU_CUSTOMERS, MENU_STOCK, MENU_MONEY, MENU_REPORTS, MENU_HOUSE };

/* Titles of the menus, from MENU_WORKSHOP on; ends with NULL. */
extern const char *const screen_menus[];

/* By code; generated from screens/meson.build; ends with a NULL name. */
extern const struct screen screen_all[];

#endif
