/* banned.h - calls that this house does not make; every source file is compiled with it in front.
 *
 * Each of them writes without a bound, keeps hidden state, or fails without saying so. */
#ifndef WORKBAY_BANNED_H
#define WORKBAY_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#undef sprintf /* a macro of the C library where clang checks bounds */
#pragma GCC poison strcpy strcat sprintf vsprintf strtok gets atoi atol atoll atof localtime gmtime ctime    \
    asctime
#pragma GCC poison strncpy strncat strerror

#endif
