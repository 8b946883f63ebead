/* SPDX-License-Identifier: GPL-2.0-only */
#define PRE 1
struct pre { int a; };
