/* SPDX-License-Identifier: GPL-2.0-only */
struct shared_ops {
	int (*reset)(int a);
	int (*start)(int a);
};

int call_second(const struct shared_ops *ops);
extern const struct shared_ops second_ops;
