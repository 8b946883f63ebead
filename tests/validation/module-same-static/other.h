/* SPDX-License-Identifier: GPL-2.0-only */
int other(int x);
