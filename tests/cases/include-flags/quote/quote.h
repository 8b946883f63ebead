/* SPDX-License-Identifier: GPL-2.0-only */
#define QUOTE 4
