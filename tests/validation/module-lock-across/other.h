/* SPDX-License-Identifier: GPL-2.0-only */
int under_lock(int x);
int outside(int x);
