// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/dmi.h>

static int on_match(const struct dmi_system_id *id)
{
	return 1;
}

const struct dmi_system_id table[] = {
	{ .callback = on_match, .ident = "x" },
	{ }
};

MODULE_LICENSE("GPL");
/*
 * check-name: context of the operation of struct dmi_system_id
 * context: on_match: process
 */
