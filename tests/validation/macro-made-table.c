// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>

static int probe(struct platform_device *pdev)
{
	return 0;
}

static struct platform_driver table = {
	.probe = probe,
	.driver = { .name = "table" },
};
module_platform_driver(table);

MODULE_LICENSE("GPL");
/*
 * check-name: a table that only a macro's functions register
 * expect: probe: ref .* slot struct platform_driver.probe global=table
 * expect: table_init: function table_init .* from-macro
 */
