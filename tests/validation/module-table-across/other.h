/* SPDX-License-Identifier: GPL-2.0-only */
struct chip_ops {
	int (*kick)(int x);
};
extern const struct chip_ops chip_ops;
