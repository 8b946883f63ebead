/* SPDX-License-Identifier: GPL-2.0-only */
#define MAC 2
