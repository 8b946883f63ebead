/* SPDX-License-Identifier: GPL-2.0-only */
#define CHIP_NAME "chip"
