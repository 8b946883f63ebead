// SPDX-License-Identifier: GPL-2.0-only
/*
 * mdrv.ko: the kernel side of microdrivers. The order of the init calls is the
 * order of the layers; what others can see or reach is registered last.
 */
#include <linux/module.h>
#include "internal.h"

static int __init mdrv_init(void)
{
	int err;

	err = mdrv_session_init();
	if (err)
		return err;
	err = mdrv_chardev_init();
	if (err)
		goto err_chardev;
	mdrv_debugfs_init();
	mdrv_home_init();
	err = mdrv_netlink_init();
	if (err)
		goto err_netlink;
	return 0;

err_netlink:
	mdrv_home_exit();
	mdrv_debugfs_exit();
	mdrv_chardev_exit();
err_chardev:
	mdrv_session_exit();
	return err;
}

static void __exit mdrv_exit(void)
{
	mdrv_netlink_exit();
	mdrv_session_exit();	/* waits for the ends of sessions: they need what follows */
	mdrv_home_exit();
	mdrv_debugfs_exit();
	mdrv_chardev_exit();
}

module_init(mdrv_init);
module_exit(mdrv_exit);

MODULE_DESCRIPTION("Runtime of split drivers: sessions, calls and objects");
MODULE_LICENSE("GPL");
MODULE_ALIAS("net-pf-16-proto-16-family-" MDRV_GENL_NAME);
