/* pdf.h - paper as PDF, by a small program of its own, so that the console carries no drawing library. */
#ifndef WORKBAY_PDF_H
#define WORKBAY_PDF_H

#include "base/conf.h"
#include "base/str.h"

/* Replaces the text of pages, parted by form feeds, by a PDF of them. Says what to do where the program is not there. */
bool pdf_make(const struct conf *conf, struct str *bytes, struct err *e);

#endif
