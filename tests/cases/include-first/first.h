/* SPDX-License-Identifier: GPL-2.0-only */
#define FIRST_MOST	3
