// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/io.h>
#ifdef CONFIG_PCI
#include <linux/pci.h>
#endif

#define read_reg(base, reg) readl((base) + (reg))
#define call_it(x) helper(x)

/* #include <linux/not-an-include.h> */
static int debug;
module_param(debug, int, 0444);

static int helper(int x) { return x; }
static int argument(int x) { return x; }

static int dead(void) { return 1; }

static int uses(void __iomem *base)
{
	if (IS_ENABLED(CONFIG_NO_SUCH_THING))
		return dead();
	if (0) {
inside:
		return argument(4);
	}
	if (!base)
		goto inside;
	return read_reg(base, 4) + call_it(argument(2)) + helper(argument(3)) + debug;
}

static int probe(struct platform_device *pdev)
{
	return uses(NULL);
}

static int __init
start(void)
{
	return uses(NULL);
}

static void __exit stop(void)
{
}

static struct platform_driver driver = {
	.probe = probe,
	.driver = { .name = "macros" },
};

static int second_init(void)
{
	return platform_driver_register(&driver);
}
module_init(second_init);
module_exit(stop);

#define MAKE_GETTER(name) static int get_##name(void) { return helper(0); }
MAKE_GETTER(made)

int (*keep(void))(void)
{
	start();
	return get_made;
}

MODULE_LICENSE("GPL");
/*
 * check-name: macros: what they call, define and hide
 * expect: uses: call .* readl .* macro=read_reg
 * expect: uses: call .* helper .* macro=call_it
 * reject: uses: call .* argument .* macro=
 * expect: uses: call .* argument .*=3\)
 * expect: uses: call .* argument .*=4\)
 * reject: uses: call .* dead
 * expect: uses: global .* debug r$
 * expect: debug: global debug .* param
 * expect: start: function start .* driver.* init$
 * expect: start: lines 39,41-43
 * expect: stop: function stop .* exit$
 * expect: second_init: function second_init .* init$
 * expect: get_made: function get_made .* from-macro
 * reject: uses: from-macro
 * expect: probe: ref .* slot struct platform_driver.probe global=driver
 */
