/* SPDX-License-Identifier: GPL-2.0-only */
#define AFTER 5
