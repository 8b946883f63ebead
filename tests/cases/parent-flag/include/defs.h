/* SPDX-License-Identifier: GPL-2.0-only */
#define CHIP_LIMIT 100
