/* SPDX-License-Identifier: GPL-2.0-only */
{ 1, 10 },
{ 2, 20 },
