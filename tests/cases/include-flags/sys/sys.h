/* SPDX-License-Identifier: GPL-2.0-only */
#define SYS 3
